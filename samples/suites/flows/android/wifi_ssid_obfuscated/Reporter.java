package cn.privlens.suite.wifi_ssid_obfuscated;

class Reporter {
    private final Channel channel;
    Reporter(Channel channel) { this.channel = channel; }
    void report(String s) {
        channel.add("n", s);
        channel.flush();
    }
}
