package cn.privlens.suite.repository_of_devices;

import java.util.Arrays;
import java.util.List;

final class NewsDao implements Dao<String> {
    @Override
    public List<String> all() {
        return Arrays.asList("It rains", "It will be dry");
    }
}
