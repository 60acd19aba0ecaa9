//! Turns a document of the set, written as Markdown, into the form that its labels ask for.

use std::fmt::Write as _;
use std::io::Write as _;

use encoding_rs::{GB18030, GBK};

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn inline(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in escape(text).split("**").enumerate() {
        if at > 0 {
            out.push_str(if at % 2 == 1 { "<strong>" } else { "</strong>" });
        }
        out.push_str(part);
    }
    out
}

fn cells(line: &str) -> Vec<&str> {
    let inner = line.trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.split('|').map(str::trim).collect()
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    (level > 0).then(|| (level, line[level..].trim()))
}

/// A page as content systems write them: nested containers, entities, a script.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><style>p{color:red}</style>\
         <script>var s = \"<p>我们收集您的通讯录</p>\";</script></head><body><div class=\"a\"><div>\n",
    );
    let mut list = false;
    let mut table = false;
    for line in text.lines() {
        let is_item = line.starts_with("- ");
        let is_row = line.starts_with('|');
        if list && !is_item {
            out.push_str("</ul>\n");
        }
        if table && !is_row {
            out.push_str("</tbody></table>\n");
        }
        if is_item && !list {
            out.push_str("<ul>\n");
        }
        if is_row && !table {
            out.push_str("<table border=1><tbody>\n");
        }
        if is_item {
            let _ = writeln!(out, "<li><span>{}</span></li>", inline(&line[2..]));
        } else if is_row {
            out.push_str("<tr>");
            for cell in cells(line) {
                let _ = write!(out, "<td><p>{}</p></td>", inline(cell));
            }
            out.push_str("</tr>\n");
        } else if let Some((level, text)) = heading(line) {
            let _ = writeln!(out, "<h{level}>{}</h{level}>", inline(text));
        } else {
            let _ = writeln!(
                out,
                "<p style=\"a>b\"><span>{}</span>&nbsp;</p>",
                inline(line)
            );
        }
        (list, table) = (is_item, is_row);
    }
    out.push_str("</div></div></body></html>\n");
    out
}

/// A page saved by a browser.
pub(crate) fn mhtml(text: &str) -> Vec<u8> {
    let mut body = String::new();
    let mut column = 0;
    for byte in html(text).bytes() {
        let part = match byte {
            b'\n' => "\n".to_owned(),
            b'=' | 0x80.. => format!("={byte:02X}"),
            _ => char::from(byte).to_string(),
        };
        if column + part.len() > 74 {
            body.push_str("=\n");
            column = 0;
        }
        column = if byte == b'\n' {
            0
        } else {
            column + part.len()
        };
        body.push_str(&part);
    }
    format!(
        "From: <Saved by Blink>\nSubject: policy\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\
         \ttype=\"text/html\";\n\tboundary=\"----Boundary--x1\"\n\n\n------Boundary--x1\n\
         Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{body}\n\
         ------Boundary--x1\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n\
         ------Boundary--x1--\n"
    )
    .replace('\n', "\r\n")
    .into_bytes()
}

/// A Word document.
pub(crate) fn docx(text: &str) -> Vec<u8> {
    let mut xml = String::from("<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>");
    let paragraph = |style: &str, text: &str| {
        let mut out = format!("<w:p>{style}");
        // Word splits a sentence into runs anywhere.
        let text = escape(&text.replace("**", ""));
        let half = text.char_indices().nth(7).map_or(0, |(at, _)| at);
        let (one, two) = if text[..half].contains('&') {
            ("", text.as_str())
        } else {
            text.split_at(half)
        };
        for part in [one, two] {
            let _ = write!(out, "<w:r><w:t xml:space=\"preserve\">{part}</w:t></w:r>");
        }
        out + "</w:p>"
    };
    let mut table = false;
    for line in text.lines() {
        let is_row = line.starts_with('|');
        if is_row && !table {
            xml.push_str("<w:tbl>");
        }
        if table && !is_row {
            xml.push_str("</w:tbl>");
        }
        table = is_row;
        if is_row {
            xml.push_str("<w:tr>");
            for cell in cells(line) {
                let _ = write!(xml, "<w:tc>{}</w:tc>", paragraph("", cell));
            }
            xml.push_str("</w:tr>");
        } else if let Some((level, text)) = heading(line) {
            let style = format!("<w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>");
            xml.push_str(&paragraph(&style, text));
        } else if let Some(item) = line.strip_prefix("- ") {
            xml.push_str(&paragraph("<w:pPr><w:numPr/></w:pPr>", item));
        } else {
            xml.push_str(&paragraph("", line));
        }
    }
    if table {
        xml.push_str("</w:tbl>");
    }
    xml.push_str("</w:body></w:document>");
    zip_of("word/document.xml", xml.as_bytes())
}

/// An archive with one entry.
pub(crate) fn zip_of(name: &str, data: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    writer.start_file(name, options).unwrap();
    writer.write_all(data).unwrap();
    writer.finish().unwrap().into_inner()
}

/// A PDF with one font whose codes are told by a map, wrapped as a printer would.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    let mut codes: Vec<char> = text.chars().filter(|c| *c != '\n').collect();
    codes.sort_unstable();
    codes.dedup();
    let mut map = String::from("/CIDInit /ProcSet findresource begin begincmap\n");
    for chunk in codes.chunks(90).enumerate().collect::<Vec<_>>() {
        let (number, chunk) = chunk;
        let _ = writeln!(map, "{} beginbfchar", chunk.len());
        for (at, c) in chunk.iter().enumerate() {
            let mut units = [0; 2];
            let target: String = c
                .encode_utf16(&mut units)
                .iter()
                .map(|unit| format!("{unit:04X}"))
                .collect();
            let _ = writeln!(map, "<{:04X}> <{target}>", number * 90 + at + 1);
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap end");
    let mut pages: Vec<String> = vec![String::new()];
    let mut y = 800;
    for line in text.lines() {
        let line = line.trim_start_matches('#').trim().replace("**", "");
        let mut part = String::new();
        let mut width = 0;
        let mut parts = Vec::new();
        for c in line.chars() {
            width += if c.is_ascii() { 1 } else { 2 };
            part.push(c);
            if width >= 88 && (!c.is_ascii() || c == ' ') {
                parts.push(std::mem::take(&mut part));
                width = 0;
            }
        }
        if !part.is_empty() {
            parts.push(part);
        }
        for (at, part) in parts.iter().enumerate() {
            y -= if at == 0 { 24 } else { 14 };
            if y < 40 {
                pages.push(String::new());
                y = 780;
            }
            let hex: String = part
                .chars()
                .map(|c| format!("{:04X}", codes.binary_search(&c).unwrap() + 1))
                .collect();
            let page = pages.last_mut().unwrap();
            let _ = writeln!(page, "BT /F1 11 Tf 1 0 0 1 50 {y} Tm <{hex}> Tj ET");
        }
    }
    let mut out: Vec<u8> = b"%PDF-1.7\n".to_vec();
    let mut object = |number: usize, dict: &str, data: Option<&[u8]>| {
        out.extend(format!("{number} 0 obj\n").bytes());
        match data {
            None => out.extend(dict.bytes()),
            Some(data) => {
                let mut encoder =
                    flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
                encoder.write_all(data).unwrap();
                let data = encoder.finish().unwrap();
                out.extend(
                    format!(
                        "<< /Length {} /Filter /FlateDecode >>\nstream\n",
                        data.len()
                    )
                    .bytes(),
                );
                out.extend(data);
                out.extend(b"\nendstream");
            }
        }
        out.extend(b"\nendobj\n");
    };
    let kids: String = (0..pages.len())
        .map(|at| format!("{} 0 R ", 10 + at * 2))
        .collect();
    object(1, "<< /Type /Catalog /Pages 2 0 R >>", None);
    object(
        2,
        &format!(
            "<< /Type /Pages /Kids [{kids}] /Count {} /Resources << /Font << /F1 3 0 R >> >> >>",
            pages.len()
        ),
        None,
    );
    object(
        3,
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 4 0 R >>",
        None,
    );
    object(4, "", Some(map.as_bytes()));
    for (at, page) in pages.iter().enumerate() {
        let number = 10 + at * 2;
        object(
            number,
            &format!(
                "<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>",
                number + 1
            ),
            None,
        );
        object(number + 1, "", Some(page.as_bytes()));
    }
    out.extend(b"trailer << /Root 1 0 R >>\n%%EOF\n");
    out
}

/// Bytes and file name of a document in a form and an encoding.
pub(crate) fn build(id: &str, text: &str, form: &str, encoding: &str) -> (String, Vec<u8>) {
    let text = match form {
        "html" => html(text),
        // A page as it is saved: handed over unchanged.
        "raw" => return (format!("{id}.html"), text.as_bytes().to_vec()),
        "docx" => return (format!("{id}.docx"), docx(text)),
        "pdf" => return (format!("{id}.pdf"), pdf(text)),
        "mhtml" => return (format!("{id}.mhtml"), mhtml(text)),
        _ => text.to_owned(),
    };
    let wide = |big: bool| -> Vec<u8> {
        std::iter::once(0xfeff_u16)
            .chain(text.encode_utf16())
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    let bytes = match encoding {
        "gb18030" => GB18030
            .encode(&text.replace("charset=\"utf-8\"", "charset=\"gb18030\""))
            .0
            .into_owned(),
        "gbk" => GBK.encode(&text).0.into_owned(),
        "utf-16le" => wide(false),
        "utf-16be" => wide(true),
        _ => text.into_bytes(),
    };
    (format!("{id}.{form}"), bytes)
}
