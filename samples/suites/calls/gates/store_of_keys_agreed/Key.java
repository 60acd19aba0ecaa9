package cn.privlens.suite.store_of_keys_agreed;

enum Key {
    POLICY_AGREED("policy_agreed", false),
    NIGHT_MODE("night_mode", true);
    final String id;
    final boolean start;
    Key(String id, boolean start) { this.id = id; this.start = start; }
}
