package cn.privlens.suite.getters_by_other_prefix;

public class Facts {
    private final String text;

    public Facts(String text) {
        this.text = text;
    }

    public String getText() {
        return text;
    }

    public String isEmpty() {
        return "no";
    }
}
