package org.bindbench.binding.qtforge;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.bindbench.engine.Library;

/** The library {@code qtforge} with the namespaces {@code core} and {@code communication}. */
@AutoService(Library.class)
public final class QtforgeLibrary implements Library {
  private final SharedObjects shared = new SharedObjects();

  @Override
  public String name() {
    return "qtforge";
  }

  @Override
  public Map<String, Object> namespaces() {
    return Map.of("core", new Core(shared), "communication", new Communication(shared));
  }

  /** Has a binding for {@code luaj}; its classes are linked by this call and not before. */
  @Override
  public Optional<Object> handBinding(String family) {
    return family.equals("luaj")
        ? Optional.of(new QtforgeLuaBinding(shared).library())
        : Optional.empty();
  }
}
