//! Names of the taxonomy's groups for headings, in the order of reports; refuses to name single kinds: the
//! catalogues do.

/// Id, Chinese name and English name.
const GROUPS: [(&str, &str, &str); 20] = [
    ("device_identifier", "设备标识", "Device identifiers"),
    ("network", "网络", "Network"),
    ("location", "位置", "Location"),
    ("apps_system", "应用与系统", "Apps and system"),
    (
        "contacts_comms",
        "通讯录与通信",
        "Contacts and communication",
    ),
    ("calendar", "日程", "Calendar"),
    ("media", "照片、音视频与文件", "Media and files"),
    ("sensor", "传感器", "Sensors"),
    ("biometric", "生物识别", "Biometrics"),
    ("health", "健康", "Health"),
    (
        "identity_contact",
        "身份与联系方式",
        "Identity and contact details",
    ),
    ("identity_document", "证件", "Identity documents"),
    ("identity_special", "特定身份", "Special identity"),
    ("identity_account", "账号", "Accounts"),
    ("identity_work", "教育与职业", "Education and work"),
    ("financial", "财产", "Property and finance"),
    ("transaction", "交易", "Transactions"),
    ("behaviour", "行为", "Behaviour"),
    ("minor", "未成年人", "Minors"),
    ("device_profile", "设备信息", "Device profile"),
];

/// Place in reports, Chinese and English name of a group; an unknown one comes last under its id.
pub(crate) fn group(id: &str) -> (usize, &str, &str) {
    GROUPS
        .iter()
        .position(|(known, ..)| *known == id)
        .and_then(|place| GROUPS.get(place).map(|(_, zh, en)| (place, *zh, *en)))
        .unwrap_or((GROUPS.len(), id, id))
}
