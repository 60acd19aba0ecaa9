//! Signing blocks, PKCS #7 files and certificates of an archive, and the digests that they state.

/// Opens the bytes and reads who signed them.
pub fn run(data: &[u8]) {
    let limits = crate::container::limits();
    let Ok(container) = apk_unpack::open(data, &limits) else {
        return;
    };
    for part in container.parts() {
        let signing = part.signing();
        for signer in &signing.signers {
            let certificate = &signer.certificate;
            assert_eq!(certificate.sha256.len(), 64);
            assert!(!certificate.subject.chars().any(char::is_control));
            assert!(!signer.scheme.id().is_empty());
        }
        assert!(signing.problems.len() <= 10 * limits.max_marks);
        assert!(signing.tampering.len() <= 10 * limits.max_marks);
        for digest in part.verify_content_digest() {
            assert!(!format!("{digest:?}").is_empty());
        }
    }
}
