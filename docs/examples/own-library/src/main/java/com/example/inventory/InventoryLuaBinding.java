package com.example.inventory;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.OneArgFunction;
import org.luaj.vm2.lib.ThreeArgFunction;
import org.luaj.vm2.lib.TwoArgFunction;
import org.luaj.vm2.lib.ZeroArgFunction;

/**
 * The hand binding for LuaJ: a function class per method, over userdata that share a metatable, so
 * that no call needs reflection. An instance has tables of its own, for guests share nothing.
 */
final class InventoryLuaBinding {
  private final LuaTable ofParcels = new LuaTable();
  private final LuaTable ofWarehouses = new LuaTable();

  InventoryLuaBinding() {
    LuaTable parcel = new LuaTable();
    parcel.set("article", new Article());
    parcel.set("pieces", new Pieces());
    ofParcels.set(LuaValue.INDEX, parcel);
    LuaTable warehouse = new LuaTable();
    warehouse.set("receive", new Receive());
    warehouse.set("stock", new Stock());
    warehouse.set("pack", new Pack());
    ofWarehouses.set(LuaValue.INDEX, warehouse);
  }

  /** The table that scripts see as {@code inventory}. */
  LuaTable library() {
    LuaTable warehouses = new LuaTable();
    warehouses.set("open", new Open());
    LuaTable library = new LuaTable();
    library.set("warehouses", warehouses);
    return library;
  }

  /** The Java object behind the first argument; anything else is Lua's own "bad argument" error. */
  private static Warehouse warehouse(LuaValue self) {
    return (Warehouse) self.checkuserdata(Warehouse.class);
  }

  private static Parcel parcel(LuaValue self) {
    return (Parcel) self.checkuserdata(Parcel.class);
  }

  private final class Open extends ZeroArgFunction {
    @Override
    public LuaValue call() {
      return LuaValue.userdataOf(new Warehouse(), ofWarehouses);
    }
  }

  private static final class Receive extends ThreeArgFunction {
    @Override
    public LuaValue call(LuaValue self, LuaValue article, LuaValue pieces) {
      try {
        warehouse(self).receive(article.checkjstring(), pieces.checklong());
        return LuaValue.NONE;
      } catch (IllegalArgumentException error) {
        throw new LuaError(error.getMessage());
      }
    }
  }

  private static final class Stock extends TwoArgFunction {
    @Override
    public LuaValue call(LuaValue self, LuaValue article) {
      return LuaValue.valueOf((double) warehouse(self).stock(article.checkjstring()));
    }
  }

  private final class Pack extends ThreeArgFunction {
    @Override
    public LuaValue call(LuaValue self, LuaValue article, LuaValue pieces) {
      try {
        Parcel parcel = warehouse(self).pack(article.checkjstring(), pieces.checklong());
        return LuaValue.userdataOf(parcel, ofParcels);
      } catch (IllegalStateException error) {
        throw new LuaError(error.getMessage());
      }
    }
  }

  private static final class Article extends OneArgFunction {
    @Override
    public LuaValue call(LuaValue self) {
      return LuaValue.valueOf(parcel(self).article());
    }
  }

  private static final class Pieces extends OneArgFunction {
    @Override
    public LuaValue call(LuaValue self) {
      return LuaValue.valueOf((double) parcel(self).pieces());
    }
  }
}
