package cn.privlens.suite.bean_to_json;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.json.JSONException;
import org.json.JSONObject;

final class Json {
    private Json() {}

    static String of(Object bean) throws IllegalAccessException, JSONException {
        JSONObject json = new JSONObject();
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (Modifier.isTransient(field.getModifiers()) || Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            json.put(field.getName(), field.get(bean));
        }
        return json.toString();
    }
}
