//! The shape of the JSON report, field for field; holds no logic.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Report<'a> {
    pub(super) schema: &'static str,
    pub(super) tool: Tool<'a>,
    pub(super) ruleset: Ruleset<'a>,
    pub(super) app: App<'a>,
    pub(super) permissions: Vec<Permission<'a>>,
    pub(super) timeline: Vec<super::timeline::Step<'a>>,
    pub(super) permission_requests: Vec<super::outside::Request<'a>>,
    pub(super) accesses: Vec<Access<'a>>,
    pub(super) flows: Vec<super::flows::Flow<'a>>,
    pub(super) hosts: Vec<super::flows::Host<'a>>,
    pub(super) sdks: Vec<Sdk<'a>>,
    pub(super) disclosure: super::disclosure::Row<'a>,
    pub(super) findings: Vec<super::judgement::FindingRow<'a>>,
    pub(super) checks: Vec<super::judgement::CheckRow<'a>>,
    pub(super) matrix: Vec<super::judgement::MatrixItem<'a>>,
    pub(super) lists: super::judgement::Lists<'a>,
    pub(super) behaviours: &'a [app_facts::Behaviour],
    pub(super) outside: super::outside::Outside<'a>,
    pub(super) coverage: Coverage<'a>,
    pub(super) gaps: Vec<Gap<'a>>,
}

/// Rows of a stage that does not exist.
#[derive(Serialize)]
pub(super) enum Never {}

#[derive(Serialize)]
pub(super) struct Tool<'a> {
    pub(super) name: &'static str,
    pub(super) version: &'a str,
}

#[derive(Serialize)]
pub(super) struct Ruleset<'a> {
    pub(super) version: &'a str,
    pub(super) knowledge_sha256: &'a str,
    pub(super) rules_sha256: &'a str,
    pub(super) jurisdictions: &'a [String],
    pub(super) as_of: &'a str,
}

#[derive(Serialize)]
pub(super) struct App<'a> {
    pub(super) package: &'a str,
    pub(super) version_name: Option<&'a str>,
    pub(super) version_code: Option<u64>,
    pub(super) label: Label<'a>,
    pub(super) min_sdk: u32,
    pub(super) target_sdk: u32,
    pub(super) files: Vec<File<'a>>,
    pub(super) signers: Vec<Signer<'a>>,
    pub(super) categories: &'a [String],
    pub(super) submission: Option<Never>,
    pub(super) tampering: Vec<Tampering<'a>>,
}

#[derive(Serialize)]
pub(super) struct Label<'a> {
    pub(super) default: Option<&'a str>,
    #[serde(rename = "zh-CN")]
    pub(super) zh_cn: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) sha256: &'a str,
    pub(super) sha1: &'a str,
    pub(super) md5: &'a str,
    pub(super) size: u64,
    pub(super) kind: &'a str,
}

#[derive(Serialize)]
pub(super) struct Signer<'a> {
    pub(super) file: &'a str,
    pub(super) scheme: &'a str,
    pub(super) subject: &'a str,
    pub(super) cert_sha256: &'a str,
    pub(super) cert_sha1: &'a str,
    pub(super) cert_md5: &'a str,
    pub(super) public_key: &'a str,
    pub(super) not_before: &'a str,
    pub(super) not_after: &'a str,
}

#[derive(Serialize)]
pub(super) struct Tampering<'a> {
    pub(super) kind: &'a str,
    pub(super) place: &'a str,
    pub(super) detail: &'a str,
}

#[derive(Serialize)]
pub(super) struct Permission<'a> {
    pub(super) id: String,
    pub(super) name: &'a str,
    pub(super) protection: &'a str,
    pub(super) declared: bool,
    pub(super) max_sdk: Option<u32>,
    pub(super) flags: &'a [String],
    pub(super) status: &'static str,
    pub(super) accesses: Vec<String>,
    pub(super) uses: Vec<PermissionUse<'a>>,
    pub(super) owners: &'a [String],
    pub(super) why: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PermissionUse<'a> {
    pub(super) api: &'a str,
    pub(super) method: &'a str,
    pub(super) offset: u32,
    pub(super) owner: &'a str,
    pub(super) reachable: bool,
}

#[derive(Serialize)]
pub(super) struct Access<'a> {
    pub(super) id: String,
    pub(super) data: &'a str,
    pub(super) api: &'a str,
    pub(super) site: Site<'a>,
    pub(super) owner: Owner<'a>,
    pub(super) initiator: Owner<'a>,
    pub(super) level: &'static str,
    pub(super) phase: Option<&'static str>,
    pub(super) via: &'static str,
    pub(super) obtainable: String,
    pub(super) scope: &'static str,
    pub(super) repeat: Option<super::outside::Repeat<'a>>,
    pub(super) background_weight: bool,
    pub(super) chain: Vec<Frame<'a>>,
    pub(super) chain_shortest: Option<Vec<Frame<'a>>>,
    pub(super) cuts: &'a [String],
    pub(super) model: &'a str,
    pub(super) key: &'a str,
}

#[derive(Serialize)]
pub(super) struct Site<'a> {
    pub(super) method: &'a str,
    pub(super) offset: u32,
    pub(super) line: Option<u32>,
    pub(super) dex: &'a str,
    pub(super) file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mapped: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Owner<'a> {
    pub(super) kind: &'static str,
    pub(super) sdk: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Frame<'a> {
    pub(super) method: &'a str,
    pub(super) owner: &'a str,
    pub(super) edge: &'a str,
    pub(super) entry: Option<&'a str>,
    pub(super) offset: Option<u32>,
    pub(super) line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mapped: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Names<'a> {
    pub(super) zh: &'a str,
    pub(super) en: &'a str,
}

#[derive(Serialize)]
pub(super) struct Sdk<'a> {
    pub(super) id: &'a str,
    pub(super) name: Names<'a>,
    pub(super) vendor: Names<'a>,
    pub(super) country: Option<&'a str>,
    pub(super) category: &'a str,
    pub(super) is_library: bool,
    pub(super) version: Option<&'a str>,
    pub(super) version_range: Option<&'a str>,
    pub(super) confidence: &'static str,
    pub(super) evidence: Vec<Evidence<'a>>,
    pub(super) bundled_in: Option<&'a str>,
    pub(super) reachable: bool,
    pub(super) init: Vec<super::timeline::Init<'a>>,
    pub(super) disclosed: Option<bool>,
    pub(super) data: &'a [String],
}

#[derive(Serialize)]
pub(super) struct Evidence<'a> {
    pub(super) kind: &'a str,
    pub(super) value: &'a str,
    pub(super) count: u32,
}

/// What was read from documents, without an app.
#[derive(Serialize)]
pub(super) struct Documents<'a> {
    pub(super) schema: &'static str,
    pub(super) tool: Tool<'a>,
    pub(super) ruleset: Ruleset<'a>,
    pub(super) disclosure: super::disclosure::Row<'a>,
}

#[derive(Serialize)]
pub(super) struct Coverage<'a> {
    pub(super) visibility: &'static str,
    pub(super) dex_files: u32,
    pub(super) added_dex: u32,
    pub(super) classes: u32,
    pub(super) methods: u32,
    pub(super) methods_with_code: u32,
    pub(super) methods_without_body: u32,
    pub(super) methods_reachable: u32,
    pub(super) native_libs: u32,
    pub(super) unresolved_reflection: u32,
    pub(super) instructions: u64,
    pub(super) call_edges: u64,
    pub(super) frameworks: Vec<super::outside::Framework<'a>>,
    pub(super) packed: Option<&'a str>,
    pub(super) complete: bool,
    pub(super) data_flow: &'a str,
}

#[derive(Serialize)]
pub(super) struct Gap<'a> {
    pub(super) stage: &'a str,
    pub(super) what: &'a str,
    #[serde(rename = "where")]
    pub(super) place: &'a str,
    pub(super) why: &'a str,
    pub(super) effect: &'a str,
}
