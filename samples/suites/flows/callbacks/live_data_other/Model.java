package cn.privlens.suite.live_data_other;

import androidx.lifecycle.MutableLiveData;

final class Model {
    final MutableLiveData<String> number = new MutableLiveData<>();
    final MutableLiveData<String> title = new MutableLiveData<>();
}
