//! Documents that are broken or made to hurt: each ends soon, with a reason or with what could be read.

use std::time::{Duration, Instant};

use app_facts::{Disclosure, DocumentRole};
use policy_read::{AppNames, Input, InputRole};

use super::forms::{pdf, zip_of};
use super::knowledge::reader;

fn timed(name: &str, bytes: &[u8], limit: Duration) -> Disclosure {
    reader();
    let start = Instant::now();
    let read = reader().read(
        &[Input {
            name,
            bytes,
            role: InputRole::Policy,
        }],
        &AppNames::default(),
    );
    let took = start.elapsed();
    assert!(took < limit, "{name} took {took:?}");
    read
}

fn refused(name: &str, bytes: &[u8]) -> String {
    let read = timed(name, bytes, Duration::from_secs(10));
    assert_eq!(read.documents[0].role, DocumentRole::NotAPolicy, "{name}");
    read.documents[0].why.clone().unwrap()
}

#[test]
fn nothing_and_noise() {
    assert!(refused("a.txt", b"").contains("empty"));
    assert!(refused("a.txt", b"  \n ").contains("empty"));
    let mut seed = 7_u32;
    let noise: Vec<u8> = (0..300_000)
        .map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            u8::try_from(seed >> 24).unwrap()
        })
        .collect();
    assert!(refused("a.txt", &noise).contains("not text"));
    assert!(refused("a.png", b"\x89PNG\r\n\x1a\n0000").contains("picture"));
}

#[test]
fn an_archive_that_swells() {
    let data = vec![b' '; 300 << 20];
    let why = refused("a.docx", &zip_of("word/document.xml", &data));
    assert!(!why.is_empty());
    assert!(refused("a.docx", &zip_of("other.xml", b"x")).contains("word/document.xml"));
    assert!(!refused("a.docx", b"PK\x03\x04 broken").is_empty());
}

#[test]
fn deep_nesting() {
    let mut html = "<div><table><tr><td><b>".repeat(200_000);
    html.push_str("我们会收集您的手机号码。");
    timed("a.html", html.as_bytes(), Duration::from_secs(10));
    let unclosed = format!("<p>{}", "<".repeat(500_000));
    timed("a.html", unclosed.as_bytes(), Duration::from_secs(10));
    let quotes = "<a b=\"".repeat(200_000);
    timed("a.html", quotes.as_bytes(), Duration::from_secs(10));
}

#[test]
fn broken_pdfs() {
    let whole = pdf("# 隐私政策\n我们会收集您的手机号码。\n您可以注销账号。");
    let read = timed("a.pdf", &whole, Duration::from_secs(5));
    assert!(
        read.declared_data
            .iter()
            .any(|row| row.data == "phone_number")
    );
    for cut in [10, 60, 200, whole.len() / 2, whole.len() - 30] {
        timed("a.pdf", &whole[..cut], Duration::from_secs(5));
    }
    let nested = [b"%PDF-1.4\n1 0 obj ".as_slice(), &b"[".repeat(400_000)].concat();
    refused("a.pdf", &nested);
    let many = [b"%PDF-1.4\n".as_slice(), &b"1 0 obj ".repeat(400_000)].concat();
    refused("a.pdf", &many);
    let cycle = b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Kids [2 0 R 2 0 R] >> endobj\n";
    assert!(refused("a.pdf", cycle).contains("PDF"));
    let image = b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Kids [3 0 R] >> endobj\n3 0 obj << /Type /Page /Contents 4 0 R >> endobj\n4 0 obj << /Length 20 >>\nstream\nq 1 0 0 1 0 0 cm Q  \nendstream endobj";
    assert!(refused("a.pdf", image).contains("pictures"));
}

#[test]
fn long_and_without_lines() {
    let text = "我们会收集您的手机号码、通讯录，".repeat(50 << 20 >> 6);
    let read = timed("a.txt", text.as_bytes(), Duration::from_secs(30));
    // The beginning is read, and the document says that the rest was not.
    assert!(read.documents[0].why.as_ref().unwrap().contains("longer"));
    assert!(read.declared_data.iter().any(|row| row.data == "contacts"));
    let text = "we collect your name and ".repeat(200_000);
    timed("a.txt", text.as_bytes(), Duration::from_secs(30));
}

#[test]
fn twice_as_long_takes_about_twice_as_long() {
    let line = "我们会收集您的手机号码，不会读取您的短信，也不会共享您的位置信息。\n";
    let time = |n: usize| {
        let text = line.repeat(n);
        let start = Instant::now();
        timed("a.txt", text.as_bytes(), Duration::from_secs(20));
        start.elapsed()
    };
    time(500);
    let (one, four) = (time(2_000), time(8_000));
    assert!(
        four < one * 12 + Duration::from_millis(200),
        "{one:?} {four:?}"
    );
}
