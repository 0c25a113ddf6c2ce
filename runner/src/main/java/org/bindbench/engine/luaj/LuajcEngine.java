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

/** LuaJ with LuaJC, which compiles each chunk to JVM bytecode when it is loaded. */
@AutoService(Engine.class)
public final class LuajcEngine implements Engine {
  @Override
  public EngineProfile profile() {
    return new EngineProfile("luajc", Language.LUA, Versions.current().luaj(), "JVM bytecode");
  }

  @Override
  public List<BindingStyle> bindingStyles() {
    return List.of(BindingStyle.HAND, BindingStyle.COERCED);
  }

  @Override
  public Guest open(GuestSetup setup) {
    return new LuajGuest(setup, true);
  }
}
