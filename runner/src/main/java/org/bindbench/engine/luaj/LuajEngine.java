package org.bindbench.engine.luaj;

import com.google.auto.service.AutoService;
import java.util.List;
import org.bindbench.engine.Engine;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestSetup;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Language;
import org.bindbench.model.Versions;

/** LuaJ's interpreter. */
@AutoService(Engine.class)
public final class LuajEngine implements Engine {
  @Override
  public EngineProfile profile() {
    return new EngineProfile("luaj", Language.LUA, Versions.current().luaj(), "interpreter");
  }

  @Override
  public List<BindingStyle> bindingStyles() {
    return List.of(BindingStyle.HAND, BindingStyle.COERCED);
  }

  @Override
  public Guest open(GuestSetup setup) {
    return new LuajGuest(setup, false);
  }
}
