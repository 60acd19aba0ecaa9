package cn.privlens.suite.wifi_rssi_obfuscated;

class Reporter {
    private final Channel channel;
    Reporter(Channel channel) { this.channel = channel; }
    void report(String s) {
        channel.add("n", s);
        channel.flush();
    }
}
