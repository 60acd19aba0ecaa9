package cn.privlens.suite.wrapped_cursor_hides;

import android.database.Cursor;
import android.database.CursorWrapper;

final class Hiding extends CursorWrapper {
    Hiding(Cursor inner) { super(inner); }
    @Override
    public String getString(int column) { return "hidden"; }
}
