package androidx.activity;

import android.app.Activity;
import android.content.Intent;
import androidx.activity.result.ActivityResultCallback;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContract;
import androidx.lifecycle.Lifecycle;
import androidx.lifecycle.LifecycleOwner;
import androidx.lifecycle.LifecycleRegistry;

/** Stands for the library's class: same name and members, a body of our own. */
public class ComponentActivity extends Activity implements LifecycleOwner {
    private final LifecycleRegistry registry = new LifecycleRegistry(this);

    @Override
    public Lifecycle getLifecycle() {
        return registry;
    }

    public final <I, O> ActivityResultLauncher<I> registerForActivityResult(
            ActivityResultContract<I, O> contract, final ActivityResultCallback<O> callback) {
        return new ActivityResultLauncher<I>() {
            @Override
            public void launch(I input) {
                startActivityForResult(new Intent("androidx.activity.result.contract"), callback.hashCode());
            }
        };
    }
}
