package cn.privlens.suite.prototype_filled_then_copied;

import java.util.HashMap;
import java.util.Map;

class Models {
    private final Map<String, Header> models = new HashMap<>();

    Models() {
        models.put("header", new Header());
    }

    Header model(String name) {
        return models.get(name);
    }

    Header fresh(String name) {
        return models.get(name).copy();
    }
}
