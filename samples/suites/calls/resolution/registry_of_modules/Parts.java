package cn.privlens.suite.registry_of_modules;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

final class Parts {
    static List<Part> early() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Draws());
        parts.add(new Reads());
        return parts;
    }

    static List<Part> late() {
        List<Part> parts = new LinkedList<>();
        parts.add(new Draws());
        return parts;
    }
}
