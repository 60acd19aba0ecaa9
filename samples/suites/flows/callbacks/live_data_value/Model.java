package cn.privlens.suite.live_data_value;

import androidx.lifecycle.MutableLiveData;

final class Model {
    final MutableLiveData<String> number = new MutableLiveData<>();
    final MutableLiveData<String> title = new MutableLiveData<>();
}
