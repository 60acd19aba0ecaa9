//! The texts of the terminal report in both languages; refuses words of judgement.

use app_facts::{Level, OwnerKind, PermissionStatus, Phase, Scope, Via, Visibility};

use crate::Lang;

/// Fixed texts of one language.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) lang: Lang,
    pub(crate) colon: &'static str,
    pub(crate) comma: &'static str,
    pub(crate) file: &'static str,
    pub(crate) version: &'static str,
    pub(crate) signer: &'static str,
    pub(crate) not_signed: &'static str,
    pub(crate) ruleset: &'static str,
    pub(crate) category: &'static str,
    pub(crate) tampering: &'static str,
    pub(crate) no_manifest: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) who: &'static str,
    pub(crate) other_group: &'static str,
    pub(crate) nothing_found: &'static str,
    pub(crate) nothing_found_note: &'static str,
    pub(crate) accesses: &'static str,
    pub(crate) entry: &'static str,
    pub(crate) started_by: &'static str,
    pub(crate) permission: &'static str,
    pub(crate) permissions: &'static str,
    pub(crate) declared: &'static str,
    pub(crate) not_declared: &'static str,
    pub(crate) obtainable: &'static str,
    pub(crate) no_permission: &'static str,
    pub(crate) cuts: &'static str,
    pub(crate) used_by: &'static str,
    pub(crate) third_parties: &'static str,
    pub(crate) libraries: &'static str,
    pub(crate) evidence: &'static str,
    pub(crate) reads: &'static str,
    pub(crate) reads_nothing_seen: &'static str,
    pub(crate) not_reachable: &'static str,
    pub(crate) no_third_parties: &'static str,
    pub(crate) no_permissions: &'static str,
    pub(crate) unseen: &'static str,
    pub(crate) looked_at: &'static str,
    pub(crate) no_gap: &'static str,
    pub(crate) incomplete: &'static str,
    pub(crate) footer: &'static str,
    pub(crate) verbose_hint: &'static str,
    pub(crate) levels_of: &'static str,
}

const ZH: Words = Words {
    lang: Lang::Zh,
    colon: "：",
    comma: "、",
    file: "文件",
    version: "版本",
    signer: "签名",
    not_signed: "未见签名",
    ruleset: "规则集",
    category: "类别",
    tampering: "异常标记",
    no_manifest: "（没有清单文件）",
    summary: "摘要",
    kind: "信息种类",
    who: "读取方",
    other_group: "其他",
    nothing_found: "在已检查的范围内未发现读取个人信息的代码。",
    nothing_found_note: "这不表示应用不读取个人信息：请看下文“未看到的部分”。",
    accesses: "读取个人信息的位置",
    entry: "入口",
    started_by: "发起方",
    permission: "权限",
    permissions: "权限",
    declared: "已声明",
    not_declared: "未声明",
    obtainable: "可取得的系统版本",
    no_permission: "未见需要权限",
    cuts: "不精确之处",
    used_by: "使用方",
    third_parties: "第三方 SDK",
    libraries: "代码库",
    evidence: "依据",
    reads: "读取",
    reads_nothing_seen: "未见读取个人信息",
    not_reachable: "未见可达代码",
    no_third_parties: "在已检查的范围内未识别出第三方 SDK。",
    no_permissions: "没有声明权限，也未见使用。",
    unseen: "未看到的部分",
    looked_at: "已检查",
    no_gap: "各阶段没有报告遗漏。",
    incomplete: "分析不完整",
    footer: "静态分析只说明代码中存在的读取与调用链，不说明运行时是否发生、是否已获同意。",
    verbose_hint: "--verbose 显示全部",
    levels_of: "minSdk {min}，targetSdk {target}",
};

const EN: Words = Words {
    lang: Lang::En,
    colon: ": ",
    comma: ", ",
    file: "file",
    version: "version",
    signer: "signer",
    not_signed: "no signature seen",
    ruleset: "ruleset",
    category: "category",
    tampering: "deviations",
    no_manifest: "(no manifest)",
    summary: "Summary",
    kind: "kind of information",
    who: "read by",
    other_group: "Other",
    nothing_found: "Nothing found in what was looked at: no code that reads personal information.",
    nothing_found_note: "This does not say that the app reads none: see \"Not seen\" below.",
    accesses: "Where personal information is read",
    entry: "entry",
    started_by: "started by",
    permission: "permission",
    permissions: "Permissions",
    declared: "declared",
    not_declared: "not declared",
    obtainable: "obtainable on",
    no_permission: "no permission known to be needed",
    cuts: "imprecision",
    used_by: "used by",
    third_parties: "Third-party SDKs",
    libraries: "Code libraries",
    evidence: "evidence",
    reads: "reads",
    reads_nothing_seen: "no read of personal information seen",
    not_reachable: "no reachable code seen",
    no_third_parties: "No third-party SDK recognised in what was looked at.",
    no_permissions: "No permission is declared, and no use of one was seen.",
    unseen: "Not seen",
    looked_at: "looked at",
    no_gap: "No stage reported anything left out.",
    incomplete: "analysis incomplete",
    footer: "Static analysis shows reads and call chains that the code holds, not whether they ran or were agreed to.",
    verbose_hint: "--verbose shows all",
    levels_of: "minSdk {min}, targetSdk {target}",
};

impl Words {
    /// The texts of a language.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }

    fn pick<T>(&self, zh: T, en: T) -> T {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Reachable, present, or name only.
    pub(crate) fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Reachable => self.pick("可达", "reachable"),
            Level::Present => self.pick("存在", "present"),
            Level::String => self.pick("仅名称", "name only"),
        }
    }

    /// The same with what it means, for the legend.
    pub(crate) fn level_meaning(&self, level: Level) -> &'static str {
        match level {
            Level::Reachable => self.pick("可达", "reachable"),
            Level::Present => self.pick("存在（未见可达调用）", "present (no chain reaches it)"),
            Level::String => self.pick("仅见名称（未见读取）", "name only (no read seen)"),
        }
    }

    /// When the code can run.
    pub(crate) fn phase(&self, phase: Phase) -> &'static str {
        match phase {
            Phase::BeforeConsent => self.pick("同意前", "before consent"),
            Phase::GuardedConsent => self.pick("受同意标志控制", "guarded by a consent flag"),
            Phase::GuardedUnknown => self.pick("受未知条件控制", "guarded by an unknown condition"),
            Phase::UserAction => self.pick("用户操作触发", "on a user action"),
            Phase::Background => self.pick("后台", "in the background"),
            Phase::Unknown => self.pick("时机未知", "time unknown"),
        }
    }

    /// Mechanism, when it is not an ordinary call.
    pub(crate) fn via(&self, via: Via) -> Option<&'static str> {
        Some(match via {
            Via::Direct => return None,
            Via::Reflection => self.pick("反射", "by reflection"),
            Via::Framework => self.pick("框架内部读取", "inside the framework"),
            Via::Native => self.pick("原生代码", "in native code"),
            Via::Dynamic => self.pick("动态加载的代码", "in code loaded while running"),
            Via::Script => self.pick("脚本", "from a script"),
        })
    }

    /// Scope, when it is not the whole.
    pub(crate) fn scope(&self, scope: Scope) -> Option<&'static str> {
        match scope {
            Scope::Full => None,
            Scope::Narrow => Some(self.pick("仅自身范围", "own part only")),
        }
    }

    /// Holder without a catalogue name.
    pub(crate) fn owner(&self, kind: OwnerKind) -> &'static str {
        match kind {
            OwnerKind::App => self.pick("应用自身", "the app"),
            OwnerKind::Sdk => self.pick("第三方 SDK", "an SDK"),
            OwnerKind::Library => self.pick("代码库", "a library"),
            OwnerKind::Packer => self.pick("加固壳", "a packer"),
            OwnerKind::Unknown => self.pick("归属不明", "unknown owner"),
        }
    }

    /// Verdict on a permission.
    pub(crate) fn permission_status(&self, status: PermissionStatus) -> &'static str {
        match status {
            PermissionStatus::Used => self.pick("已使用", "used"),
            PermissionStatus::UsedBySdkOnly => self.pick("仅 SDK 使用", "used by SDKs only"),
            PermissionStatus::Unused => self.pick("未见使用", "unused"),
            PermissionStatus::Unknown => self.pick("无法判断", "unknown"),
            PermissionStatus::UsedUndeclared => self.pick("使用但未声明", "used, not declared"),
        }
    }

    /// How much of the code was visible.
    pub(crate) fn visibility(&self, visibility: Visibility) -> &'static str {
        match visibility {
            Visibility::Full => self.pick("代码全部可见", "all code visible"),
            Visibility::Partial => self.pick("代码部分可见", "code partly visible"),
            Visibility::ShellOnly => self.pick("只见外壳代码", "only a shell visible"),
        }
    }

    /// The API levels of the contract (`api<=28 or api>=30`) for people.
    pub(crate) fn obtainable(&self, levels: &str) -> String {
        match levels {
            "all" => self
                .pick("全部支持版本", "every supported level")
                .to_owned(),
            "none" => self.pick("没有（均不可取得）", "none").to_owned(),
            "unknown" => self.pick("未知", "unknown").to_owned(),
            _ => levels
                .split(" or ")
                .map(|part| {
                    let part = part.replacen("api", "API", 1);
                    part.replace("<=", " ≤ ").replace(">=", " ≥ ")
                })
                .collect::<Vec<_>>()
                .join(self.pick("，或 ", " or ")),
        }
    }

    /// A number of places.
    pub(crate) fn places(&self, count: usize) -> String {
        match self.lang {
            Lang::Zh => format!("{count} 处"),
            Lang::En if count == 1 => "1 place".to_owned(),
            Lang::En => format!("{count} places"),
        }
    }

    /// The sentence under the summary heading.
    pub(crate) fn total(
        &self,
        total: usize,
        reachable: usize,
        present: usize,
        string: usize,
    ) -> String {
        match self.lang {
            Lang::Zh => format!(
                "读取个人信息的位置 {total} 处：可达 {reachable}，存在 {present}，仅名称 {string}。"
            ),
            Lang::En => format!(
                "{} personal information is read: {reachable} reachable, {present} present, {string} name only.",
                if total == 1 {
                    "1 place where".to_owned()
                } else {
                    format!("{total} places where")
                }
            ),
        }
    }

    /// How much was not seen, for the summary. Never says that nothing is there.
    pub(crate) fn unseen_line(&self, gaps: usize, complete: bool) -> String {
        match (self.lang, gaps, complete) {
            (Lang::Zh, 0, true) => "只说明已检查的部分，检查范围见文末。".to_owned(),
            (Lang::Zh, 0, false) => "分析不完整，详见文末“未看到的部分”。".to_owned(),
            (Lang::Zh, gaps, _) => format!("有 {gaps} 项未看到，详见文末“未看到的部分”。"),
            (Lang::En, 0, true) => {
                "Speaks of what was looked at only; the end of the report says what that is."
                    .to_owned()
            }
            (Lang::En, 0, false) => {
                "The analysis is incomplete: see \"Not seen\" at the end.".to_owned()
            }
            (Lang::En, 1, _) => "1 thing was not seen: see \"Not seen\" at the end.".to_owned(),
            (Lang::En, gaps, _) => {
                format!("{gaps} things were not seen: see \"Not seen\" at the end.")
            }
        }
    }

    /// Places that the short form leaves out.
    pub(crate) fn more_places(&self, count: usize) -> String {
        match self.lang {
            Lang::Zh => format!("另有 {count} 处（--verbose 显示全部）"),
            Lang::En => format!("{count} more (--verbose shows all)"),
        }
    }

    /// Frames that the short form leaves out.
    pub(crate) fn more_frames(&self, count: usize) -> String {
        match self.lang {
            Lang::Zh => format!("… 省略 {count} 层"),
            Lang::En if count == 1 => "… 1 frame left out".to_owned(),
            Lang::En => format!("… {count} frames left out"),
        }
    }

    /// Number of third parties left out of the summary cell.
    pub(crate) fn and_more(&self, count: usize) -> String {
        match self.lang {
            Lang::Zh => format!(" 等另 {count} 方"),
            Lang::En => format!(" +{count}"),
        }
    }

    /// Counts of one background-weight line.
    pub(crate) fn counted(&self, total: usize, reachable: usize) -> String {
        match self.lang {
            Lang::Zh => format!("{total} 处，其中可达 {reachable}"),
            Lang::En => format!("{}, {reachable} reachable", self.places(total)),
        }
    }

    /// What the coverage counts mean.
    pub(crate) fn coverage(&self, counts: &CoverageCounts) -> String {
        let CoverageCounts {
            dex,
            classes,
            methods,
            with_code,
            reachable,
            instructions,
        } = counts;
        match self.lang {
            Lang::Zh => format!(
                "DEX {dex} 个，类 {classes} 个，方法 {methods} 个（有代码 {with_code}，可达 {reachable}），指令 {instructions} 条"
            ),
            Lang::En => format!(
                "{dex} DEX files, {classes} classes, {methods} methods ({with_code} with code, {reachable} reachable), {instructions} instructions"
            ),
        }
    }

    /// Methods that have no readable code.
    pub(crate) fn without_body(&self, count: u32) -> String {
        match self.lang {
            Lang::Zh => format!("{count} 个方法没有可读的代码（可能被抽取或加密）"),
            Lang::En => format!("{count} methods have no readable code (extracted or encrypted)"),
        }
    }

    /// What was not read of native libraries.
    pub(crate) fn native_libs(&self, count: u32) -> String {
        match self.lang {
            Lang::Zh => {
                format!("{count} 个原生库（.so）只读取了文本、导入与本地方法名，未分析其机器码")
            }
            Lang::En => format!(
                "of {count} native libraries (.so) the texts, imports and native methods were read, not the machine code"
            ),
        }
    }

    /// Reachable reads whose time, seen against the user's agreement, is not decided.
    pub(crate) fn untimed(&self, count: usize) -> String {
        match self.lang {
            Lang::Zh => format!("{count} 处可达读取的时机未知（未判断是否在用户同意之前）"),
            Lang::En => format!(
                "when {count} of the reachable reads run, before or after the user agrees, is not decided"
            ),
        }
    }

    /// Hardly any method is reached: entry points may be missing.
    pub(crate) fn few_reached(&self, reached: u32, with_code: u32) -> String {
        match self.lang {
            Lang::Zh => format!(
                "{with_code} 个方法中只有 {reached} 个从已知入口可达：可能有未识别的入口，“存在”的读取也可能运行"
            ),
            Lang::En => format!(
                "only {reached} of {with_code} methods are reached from known entry points: others may exist, so that \"present\" reads may run too"
            ),
        }
    }

    /// Reflective calls without a known target.
    pub(crate) fn reflection(&self, count: u32) -> String {
        match self.lang {
            Lang::Zh => format!("{count} 处反射调用的目标未知"),
            Lang::En => format!("{count} reflective calls have an unknown target"),
        }
    }
}

/// Counts for [`Words::coverage`].
pub(crate) struct CoverageCounts {
    pub(crate) dex: u32,
    pub(crate) classes: u32,
    pub(crate) methods: u32,
    pub(crate) with_code: u32,
    pub(crate) reachable: u32,
    pub(crate) instructions: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_for_people() {
        assert_eq!(ZH.obtainable("api<=28"), "API ≤ 28");
        assert_eq!(EN.obtainable("api<=22 or api>=30"), "API ≤ 22 or API ≥ 30");
        assert_eq!(EN.obtainable("api 23-28"), "API 23-28");
    }

    #[test]
    fn no_word_of_judgement() {
        let all = format!("{ZH:?}{EN:?}").to_lowercase();
        for word in [
            "违法", "窃取", "泄露", "上传", "clean", "steal", "leak", "illegal",
        ] {
            assert!(!all.contains(word), "{word}");
        }
    }
}
