package androidx.activity;

import android.app.Activity;
import android.content.Intent;
import androidx.activity.result.ActivityResultCallback;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContract;
import androidx.lifecycle.Lifecycle;
import androidx.lifecycle.LifecycleOwner;
import androidx.lifecycle.LifecycleRegistry;
import java.util.ArrayList;

/** Stands for the library's class: same name and members, a body of our own. */
public class ComponentActivity extends Activity implements LifecycleOwner {
    private final LifecycleRegistry registry = new LifecycleRegistry(this);
    private final ArrayList<ActivityResultCallback<Object>> callbacks = new ArrayList<>();

    @Override
    public Lifecycle getLifecycle() {
        return registry;
    }

    @SuppressWarnings("unchecked")
    public final <I, O> ActivityResultLauncher<I> registerForActivityResult(
            ActivityResultContract<I, O> contract, ActivityResultCallback<O> callback) {
        final int code = callbacks.size();
        callbacks.add((ActivityResultCallback<Object>) callback);
        return new ActivityResultLauncher<I>() {
            @Override
            public void launch(I input) {
                startActivityForResult(new Intent("androidx.activity.result.contract"), code);
            }
        };
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        super.onActivityResult(code, result, data);
        if (code < callbacks.size()) {
            callbacks.get(code).onActivityResult(data);
        }
    }
}
