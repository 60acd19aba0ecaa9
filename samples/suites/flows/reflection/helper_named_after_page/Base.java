package cn.privlens.suite.helper_named_after_page;

import android.app.Activity;

public abstract class Base extends Activity {
    Helper helper() {
        try {
            return (Helper) Class.forName(getClass().getName() + "Helper").newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
