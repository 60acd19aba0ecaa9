package cn.privlens.suite.repository_of_news;

import java.util.List;

interface Dao<T> {
    List<T> all();
}
