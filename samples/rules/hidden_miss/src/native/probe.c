/* Reads the release of the system. */
extern int __system_property_get(const char *name, char *value);

static char release[92];

const void *Java_cn_privlens_rules_Home_release(void *env, void *type) {
    __system_property_get("ro.build.version.sdk", release);
    return release;
}
