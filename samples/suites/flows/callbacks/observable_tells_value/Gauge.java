package cn.privlens.suite.observable_tells_value;

import java.util.Observable;

public class Gauge extends Observable {
    void put(String text) {
        setChanged();
        notifyObservers(text);
    }
}
