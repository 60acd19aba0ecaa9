package cn.privlens.suite.repository_of_news;

import java.util.Arrays;
import java.util.List;

final class NewsDao implements Dao<String> {
    @Override
    public List<String> all() {
        return Arrays.asList("It rains", "It will be dry");
    }
}
