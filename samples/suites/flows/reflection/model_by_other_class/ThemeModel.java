package cn.privlens.suite.model_by_other_class;


public class ThemeModel extends Model {
    public ThemeModel() {}

    @Override
    String line() {
        return "theme dark";
    }
}
