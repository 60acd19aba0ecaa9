package cn.privlens.suite.search_filter_count;

import android.util.Log;
import android.widget.Filter;
import java.util.ArrayList;
import java.util.List;

class CardFilter extends Filter {
    private final String serial;

    CardFilter(String serial) {
        this.serial = serial;
    }

    @Override
    protected FilterResults performFiltering(CharSequence wanted) {
        List<String> found = new ArrayList<>();
        found.add(wanted + ":" + serial);
        FilterResults results = new FilterResults();
        results.values = found;
        results.count = found.size();
        return results;
    }

    @Override
    protected void publishResults(CharSequence wanted, FilterResults results) {
        Log.i("filter", wanted + " " + results.count);
    }
}
