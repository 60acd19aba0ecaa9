//! Identity of the app and its files; refuses to interpret.

use serde::{Deserialize, Serialize};

/// A text in the default locale and in Chinese, as the resources give it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LocalText {
    /// Text of the default configuration.
    pub default: Option<String>,
    /// Best match for zh-CN.
    pub zh_cn: Option<String>,
}

/// One file of the app: the APK given, each split, each nested APK.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AppFile {
    /// File name without any path.
    pub name: String,
    /// Lowercase hex SHA-256 of the bytes.
    pub sha256: String,
    /// Lowercase hex SHA-1.
    pub sha1: String,
    /// Lowercase hex MD5.
    pub md5: String,
    /// Size in bytes.
    pub size: u64,
    /// `apk`, `split`, `nested`, `module`, `dex`, `archive` or `container`.
    pub kind: String,
}

/// One signer under one signature scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Signer {
    /// File that carries the signature.
    pub file: String,
    /// `v1`, `v2`, `v3` or `v3.1`.
    pub scheme: String,
    /// Certificate subject.
    pub subject: String,
    /// Lowercase hex SHA-256 of the certificate.
    pub cert_sha256: String,
    /// Lowercase hex SHA-1 of the certificate.
    pub cert_sha1: String,
    /// Lowercase hex MD5 of the certificate.
    pub cert_md5: String,
    /// Algorithm, size and hash of the public key.
    pub public_key: String,
    /// Start of validity, UTC.
    pub not_before: String,
    /// End of validity, UTC.
    pub not_after: String,
}

/// A deviation of the archive or manifest from what build tools write.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct TamperingMark {
    /// Short stable name of the deviation.
    pub kind: String,
    /// File and entry concerned.
    pub place: String,
    /// What was seen.
    pub detail: String,
}

/// Who the app is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AppIdentity {
    /// Manifest package; empty when there is no manifest.
    pub package: String,
    /// Version name as resolved.
    pub version_name: Option<String>,
    /// Version code with the major part in the upper 32 bits.
    pub version_code: Option<u64>,
    /// Application label.
    pub label: LocalText,
    /// `minSdkVersion`; 1 when absent.
    pub min_sdk: u32,
    /// `targetSdkVersion`; `min_sdk` when absent.
    pub target_sdk: u32,
    /// Files in the order read.
    pub files: Vec<AppFile>,
    /// Signers sorted.
    pub signers: Vec<Signer>,
    /// Tampering marks sorted.
    pub tampering: Vec<TamperingMark>,
}
