package cn.privlens.suite.alias_by_list_copy;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;

public class Main extends Activity {
    static class Row {
        String v = "";
        Row() {}
        Row(Row other) { v = other.v; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Row> rows = new ArrayList<>();
        Row row = new Row();
        rows.add(new Row(row));
        row.v = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        for (Row r : rows) {
            Log.i("suite", r.v);
        }
    }
}
