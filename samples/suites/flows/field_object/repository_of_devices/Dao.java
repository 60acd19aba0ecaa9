package cn.privlens.suite.repository_of_devices;

import java.util.List;

interface Dao<T> {
    List<T> all();
}
