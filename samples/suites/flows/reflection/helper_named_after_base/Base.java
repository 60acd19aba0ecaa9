package cn.privlens.suite.helper_named_after_base;

import android.app.Activity;

public abstract class Base extends Activity {
    Helper helper() {
        try {
            return (Helper) Class.forName(Base.class.getName() + "Helper").newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
