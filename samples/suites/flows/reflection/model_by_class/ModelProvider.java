package cn.privlens.suite.model_by_class;

import android.content.Context;

final class ModelProvider {
    private final Context context;

    ModelProvider(Context context) {
        this.context = context;
    }

    <T extends Model> T get(Class<T> kind) {
        try {
            T model = kind.getDeclaredConstructor().newInstance();
            model.attach(context);
            return model;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no model of this kind");
        }
    }
}
