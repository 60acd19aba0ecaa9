package cn.privlens.suite.presenter_refreshed;

final class Presenter {
    private final Repository atStart;
    private final Repository onRefresh;
    private LineView view;

    Presenter(Repository atStart, Repository onRefresh) {
        this.atStart = atStart;
        this.onRefresh = onRefresh;
    }

    void attach(LineView view) {
        this.view = view;
        view.show(atStart.load());
    }

    void refresh() {
        if (view != null) {
            view.show(onRefresh.load());
        }
    }

    void detach() {
        view = null;
    }
}
