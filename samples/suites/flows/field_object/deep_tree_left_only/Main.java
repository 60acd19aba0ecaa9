package cn.privlens.suite.deep_tree_left_only;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;

public class Main extends Activity {
    static class Tree {
        Tree left;
        Tree right;
        String label = "";
    }
    private void print(Tree t) {
        if (t == null) {
            return;
        }
        Log.i("suite", t.label);
        print(t.left);
        print(t.right);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Tree root = new Tree();
        root.left = new Tree();
        root.right = new Tree();
        root.right.right = new Tree();
        root.right.right.label = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        print(root.left);
    }
}
