package cn.privlens.suite.presenter_attached;

final class ConstantRepository implements Repository {
    @Override
    public String load() {
        return "no line yet";
    }
}
