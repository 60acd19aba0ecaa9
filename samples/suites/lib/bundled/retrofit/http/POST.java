package retrofit2.http;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the library's class: same name and members, a body of our own. */
@Retention(RetentionPolicy.RUNTIME)
public @interface POST {
    String value();
}
