//! Writes just enough DER for a certificate and a PKCS #7 file. It signs nothing.

/// One value.
pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let mut out = vec![tag];
    if content.len() < 0x80 {
        out.push(u8::try_from(content.len()).unwrap());
    } else {
        out.push(0x82);
        out.extend(u16::try_from(content.len()).unwrap().to_be_bytes());
    }
    out.extend(content);
    out
}

pub(crate) fn seq(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, parts)
}

const CN: &[u8] = &[0x55, 4, 3];
const O: &[u8] = &[0x55, 4, 10];
const C: &[u8] = &[0x55, 4, 6];
const SHA256_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

fn name(common: &str, organisation: &str) -> Vec<u8> {
    let part = |id: &[u8], tag, text: &str| {
        tlv(
            0x31,
            &[&seq(&[&tlv(6, &[id]), &tlv(tag, &[text.as_bytes()])])],
        )
    };
    seq(&[
        &part(C, 0x13, "CN"),
        &part(O, 0x0c, organisation),
        &part(CN, 0x0c, common),
    ])
}

/// A version 3 certificate with a 1024-bit RSA key made of `key` bytes.
pub(crate) fn certificate(common: &str, organisation: &str, serial: u8, key: u8) -> Vec<u8> {
    let algorithm = seq(&[&tlv(6, &[SHA256_RSA]), &[5, 0]]);
    let name = name(common, organisation);
    let validity = seq(&[
        &tlv(0x17, &[b"150102030405Z"]),
        &tlv(0x18, &[b"20550102030405Z"]),
    ]);
    let mut modulus = vec![0, 0x80 | key];
    modulus.resize(129, key);
    let rsa = seq(&[&tlv(2, &[&modulus]), &tlv(2, &[&[1, 0, 1]])]);
    let info = seq(&[&seq(&[&tlv(6, &[RSA]), &[5, 0]]), &tlv(3, &[&[0], &rsa])]);
    let body = seq(&[
        &tlv(0xa0, &[&[2, 1, 2]]),
        &tlv(2, &[&[serial]]),
        &algorithm,
        &name,
        &validity,
        &name,
        &info,
    ]);
    seq(&[&body, &algorithm, &tlv(3, &[&[0; 129]])])
}

/// A PKCS #7 file with these certificates and one signer, named by the issuer and serial of the
/// certificate made from the same arguments.
pub(crate) fn pkcs7(
    certificates: &[Vec<u8>],
    common: &str,
    organisation: &str,
    serial: u8,
) -> Vec<u8> {
    let signed_data = tlv(6, &[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2]]);
    let data = seq(&[&tlv(6, &[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1]])]);
    let signer = seq(&[
        &[2, 1, 1],
        &seq(&[&name(common, organisation), &tlv(2, &[&[serial]])]),
        &seq(&[&tlv(6, &[SHA256_RSA])]),
        &tlv(4, &[&[0; 16]]),
    ]);
    let content = seq(&[
        &[2, 1, 1],
        &tlv(0x31, &[]),
        &data,
        &tlv(0xa0, &[&certificates.concat()]),
        &tlv(0x31, &[&signer]),
    ]);
    seq(&[&signed_data, &tlv(0xa0, &[&content])])
}
