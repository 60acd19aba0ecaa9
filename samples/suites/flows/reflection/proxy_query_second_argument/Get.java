package cn.privlens.suite.proxy_query_second_argument;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
@interface Get {
    String value();
}
