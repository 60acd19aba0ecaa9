package cn.privlens.suite.repository_of_news;

import java.util.List;

final class Repository<T> {
    private final Dao<T> dao;
    private List<T> cached;

    Repository(Dao<T> dao) {
        this.dao = dao;
    }

    T latest() {
        if (cached == null) {
            cached = dao.all();
        }
        return cached.get(cached.size() - 1);
    }
}
