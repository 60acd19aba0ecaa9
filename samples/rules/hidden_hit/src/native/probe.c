/* Reads the hardware address of the Wi-Fi radio where no permission is asked for. */
extern int open(const char *path, int flags, ...);
extern long read(int file, void *buffer, unsigned long count);
extern int socket(int domain, int type, int protocol);
extern long sendto(int s, const void *buffer, unsigned long n, int flags, const void *to, unsigned int size);

static char address[32];

const void *Java_cn_privlens_rules_Home_hardware(void *env, void *type) {
    int file = open("/sys/class/net/wlan0/address", 0);
    long n = read(file, address, 17);
    int s = socket(2, 2, 0);
    sendto(s, address, (unsigned long) n, 0, 0, 0);
    return address;
}
