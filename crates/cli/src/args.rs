//! What was typed: the options as the user wrote them. Refuses to check what they mean together; that
//! is the step of each command and of `config`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::exit::{CliError, TABLE};

/// Static privacy analysis of Android apps: what personal information is read, by whom, on which call chain.
#[derive(Debug, Parser)]
#[command(name = "privlens", version, after_help = TABLE, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(crate) struct Common {
    /// Language of text output [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_name = "LANG", global = true, display_order = 90)]
    pub(crate) lang: Option<LangArg>,
    /// Colours on standard output
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        global = true,
        display_order = 90
    )]
    pub(crate) color: ColorWhen,
    /// Folder of catalogue files laid over the built-in ones; may be repeated
    #[arg(long, value_name = "DIR", global = true, display_order = 90)]
    pub(crate) ruleset: Vec<PathBuf>,
    /// No progress and no notes on standard error; errors are still shown
    #[arg(long, short, global = true, display_order = 90)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Analyse apps and report what personal information their code reads
    Scan(Box<ScanArgs>),
    /// Show what is inside an app, stage by stage
    #[command(subcommand)]
    Dump(Dump),
    /// List the permissions of an app and what uses them
    Permissions(PermissionsArgs),
    /// List where personal information goes, step by step
    Flows(FlowsArgs),
    /// List chains of calls to a kind of information, a permission or a method, or out of a method
    Calls(CallsArgs),
    /// Show what is read from privacy policies and SDK lists, without an app
    Policy(PolicyArgs),
    /// List, show, check and test rules
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Show one rule
    Rule {
        /// Id, such as CT-001
        #[arg(value_name = "ID")]
        id: String,
    },
    /// The two lists: information collected, information shared with third parties
    Lists(Box<ListsArgs>),
    /// List the third-party SDKs and code libraries of an app, with version and evidence
    Sdks(SdksArgs),
    /// Show one SDK of the catalogue, with its sources
    Sdk(SdkArgs),
    /// Make fingerprint profiles of libraries
    #[command(subcommand)]
    SdkProfile(SdkProfile),
    /// Explain an entry of the catalogues: an API, a kind of information, a permission, an SDK
    Explain(ExplainArgs),
    /// Find the accesses of an app that a pasted call stack agrees with
    Match(MatchArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page (roff)
    Man,
}

const SCAN_HELP: &str = "\
Examples:
  privlens scan app.apk
  privlens scan --lang zh app.xapk
  privlens scan --format json -o report.json app.apk
  privlens scan --format jsonl -o all.jsonl apps/
  privlens scan --format json -o reports/ apps/      (one file per app, named by SHA-256)
  privlens scan -@list.txt                           (one path a line)
  cat app.apk | privlens scan -";

/// Options of `scan` as typed.
#[derive(Debug, Clone, Args)]
#[command(after_help = format!("{SCAN_HELP}\n\n{TABLE}"))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one switch of the command line"
)]
pub(crate) struct ScanArgs {
    /// App files (apk, apks, xapk, apkm, aab, dex, jar, aar, zip), folders, `-@FILE` for a list of
    /// paths, or `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// File with one path a line; `-@FILE` is short for it
    #[arg(long, value_name = "FILE")]
    pub(crate) list: Vec<PathBuf>,
    /// Form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Format,
    /// Write to a file, or to a folder with one file per app, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Folder of DEX files that were dumped from memory while the app ran; their code is joined to it
    #[arg(long, value_name = "DIR")]
    pub(crate) dex: Option<PathBuf>,
    /// ProGuard/R8 mapping.txt of this build: shows original names
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Date that selects the status of rules and clauses [default: release date of the ruleset]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) as_of: Option<String>,
    /// Privacy policy of the app (txt, md, html, mhtml, docx, pdf); may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Vec<PathBuf>,
    /// List of third-party SDKs that the app publishes; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) sdk_list: Vec<PathBuf>,
    /// Name of the operator or of a company of its group; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Vec<String>,
    /// Category of the app: id, Chinese name, or STORE:NAME; several mean the union (see privlens rules categories)
    #[arg(long, value_name = "ID")]
    pub(crate) category: Vec<String>,
    #[command(flatten)]
    pub(crate) judge: crate::judging::JudgeArgs,
    /// Apps analysed at the same time [default: number of processors]
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Progress on standard error
    #[arg(long, value_name = "HOW", default_value = "auto")]
    pub(crate) progress: ProgressArg,
    /// Do not follow values to their recipients: many times faster; flows, hosts and what rests on them are not known
    #[arg(long)]
    pub(crate) no_flows: bool,
    /// Folder that keeps summaries of methods from app to app: code of the same library is gone through once. Reports
    /// are the same with and without it; it may be deleted at any time
    #[arg(long, value_name = "DIR")]
    pub(crate) summary_cache: Option<PathBuf>,
    /// End with code 4 when a part of an app could not be looked at
    #[arg(long)]
    pub(crate) require_complete: bool,
    /// End with code 1 when there is a finding of this severity or above
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<Severity>,
    /// Show every place, whole call chains and all evidence
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Print the settings in force and stop
    #[arg(long)]
    pub(crate) print_config: bool,
}

/// What `dump` shows.
#[derive(Debug, Subcommand)]
pub(crate) enum Dump {
    /// Archive entries of all parts, with offsets and deviations
    Entries(AppArg),
    /// The manifest as XML
    Manifest(AppArg),
    /// The resource table
    Resources(AppArg),
    /// Headers, table sizes and classes of the DEX files
    Dex(DexArgs),
    /// The instructions of a method
    Code(CodeArgs),
    /// The facts that reports are made from, as JSON
    Facts(AppArg),
    /// Who signed the app
    Signers(AppArg),
    /// Strings of the DEX files
    Strings(AppArg),
}

/// One app.
#[derive(Debug, Clone, Args)]
pub(crate) struct AppArg {
    /// App file, or `-` for standard input
    #[arg(value_name = "APP")]
    pub(crate) app: PathBuf,
}

/// Options of `dump dex`.
#[derive(Debug, Clone, Args)]
pub(crate) struct DexArgs {
    #[command(flatten)]
    pub(crate) app: AppArg,
    /// List the classes and their methods too
    #[arg(long)]
    pub(crate) classes: bool,
}

/// Options of `dump code`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
METHOD is a Dalvik descriptor (Lcom/x/A;->f()V), a Java name (com.x.A.f), or a part of either;
when several methods fit, they are listed.")]
pub(crate) struct CodeArgs {
    /// Method to show
    #[arg(value_name = "METHOD")]
    pub(crate) method: String,
    #[command(flatten)]
    pub(crate) app: AppArg,
}

/// Options of `permissions`.
#[derive(Debug, Clone, Args)]
pub(crate) struct PermissionsArgs {
    #[command(flatten)]
    pub(crate) app: AppArg,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
}

/// Options of `calls`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  privlens calls app.apk --to imei
  privlens calls app.apk --to READ_PHONE_STATE
  privlens calls app.apk --to 'android.telephony.TelephonyManager.getDeviceId'
  privlens calls app.apk --from 'com.example.App.onCreate'")]
pub(crate) struct CallsArgs {
    #[command(flatten)]
    pub(crate) app: AppArg,
    /// Chains to this kind of information, permission, owner or method; in a method `*` stands for any characters
    #[arg(long, value_name = "WHAT", conflicts_with = "from")]
    pub(crate) to: Option<String>,
    /// What this method, or code of this owner, leads to
    #[arg(long, value_name = "METHOD", required_unless_present = "to")]
    pub(crate) from: Option<String>,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
}

/// Options of `flows`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  privlens flows app.apk
  privlens flows --data imei --sink network app.apk")]
pub(crate) struct FlowsArgs {
    #[command(flatten)]
    pub(crate) app: AppArg,
    /// Only flows of this kind of information; may be repeated
    #[arg(long, value_name = "KIND")]
    pub(crate) data: Vec<String>,
    /// Only flows to this kind of sink (network, log, file, sms, ipc, webview, sdk, clipboard, storage, ...); may be
    /// repeated
    #[arg(long, value_name = "SINK")]
    pub(crate) sink: Vec<String>,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
}

/// Options of `policy`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  privlens policy privacy.html
  privlens policy privacy.docx --sdk-list sdks.html --format json
Ends with code 4 when none of the documents can be read as a policy.")]
pub(crate) struct PolicyArgs {
    /// Privacy policies (txt, md, html, mhtml, docx, pdf), or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Lists of third-party SDKs
    #[arg(long, value_name = "FILE")]
    pub(crate) sdk_list: Vec<PathBuf>,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
    /// Show every statement with its place
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

/// What `rules` does.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum RulesCommand {
    /// All rules, one a line
    List,
    /// One rule with its conditions
    Show {
        /// Id, such as CT-001
        #[arg(value_name = "ID")]
        id: String,
    },
    /// The facts that rules stand on, with the stage that makes each
    Facts,
    /// The app categories and the information that their basic function needs
    Categories,
    /// The JSON Schema of rule files
    Schema,
    /// Check a folder of rules laid over the built-in ones
    Lint {
        /// Folder of rules
        #[arg(value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// Run the hits and near misses of a folder of rules [default: rulesets/]
    Test {
        /// Folder of rules
        #[arg(value_name = "FOLDER")]
        folder: Option<PathBuf>,
        /// Break each condition in turn; a test must notice
        #[arg(long)]
        mutate: bool,
    },
}

/// Options of `lists`.
#[derive(Debug, Clone, Args)]
pub(crate) struct ListsArgs {
    #[command(flatten)]
    pub(crate) app: AppArg,
    /// Privacy policy of the app; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Vec<PathBuf>,
    /// List of third-party SDKs that the app publishes; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) sdk_list: Vec<PathBuf>,
    /// Name of the operator or of a company of its group; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Vec<String>,
    /// Category of the app; may be repeated
    #[arg(long, value_name = "ID")]
    pub(crate) category: Vec<String>,
    #[command(flatten)]
    pub(crate) judge: crate::judging::JudgeArgs,
    /// Form of the lists
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
}

/// Options of `sdks`.
#[derive(Debug, Clone, Args)]
pub(crate) struct SdksArgs {
    #[command(flatten)]
    pub(crate) app: AppArg,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
}

/// Options of `sdk`.
#[derive(Debug, Clone, Args)]
pub(crate) struct SdkArgs {
    /// Id of the entry
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// What `sdk-profile` does.
#[derive(Debug, Subcommand)]
pub(crate) enum SdkProfile {
    /// Make a profile of a library: hashes only, no names and no code
    Build(SdkProfileBuild),
}

/// Options of `sdk-profile build`.
#[derive(Debug, Clone, Args)]
#[command(disable_version_flag = true)]
#[command(after_help = "\
Put the profile into the sdk-profiles folder of a ruleset folder and name that folder with --ruleset.
Examples:
  privlens sdk-profile build jpush-3.6.6.jar --id jpush --version 3.6.6
  privlens sdk-profile build app.apk --package androidx.core --id androidx/core --version 1.9.0")]
pub(crate) struct SdkProfileBuild {
    /// Library: aar, jar, apk or dex
    #[arg(value_name = "LIB")]
    pub(crate) library: PathBuf,
    /// Id of the catalogue entry; what follows a slash names a part of it
    #[arg(long, value_name = "ID")]
    pub(crate) id: String,
    /// Version as the vendor writes it
    #[arg(long, value_name = "VERSION")]
    pub(crate) version: String,
    /// Name to show when no catalogue entry has the id
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// It is a code library and no SDK, when no catalogue entry has the id
    #[arg(long)]
    pub(crate) code_library: bool,
    /// Only classes of this package; may be repeated
    #[arg(long, value_name = "PACKAGE")]
    pub(crate) package: Vec<String>,
    /// File to write; without it `ID@VERSION.plprof`
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Options of `explain`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  privlens explain imei
  privlens explain android.permission.READ_PHONE_STATE
  privlens explain 'Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;'
  privlens explain android.telephony.TelephonyManager.getDeviceId")]
pub(crate) struct ExplainArgs {
    /// Id of an entry, or a Dalvik descriptor
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// Options of `match`.
#[derive(Debug, Clone, Args)]
pub(crate) struct MatchArgs {
    /// Text with one or more call stacks, or `-` for standard input
    #[arg(value_name = "STACK")]
    pub(crate) stack: PathBuf,
    /// App file
    #[arg(value_name = "APP")]
    pub(crate) app: PathBuf,
    /// ProGuard/R8 mapping.txt of this build
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Matches shown for each stack
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) limit: usize,
}

/// Options of `completions`.
#[derive(Debug, Clone, Args)]
pub(crate) struct CompletionsArgs {
    /// Shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One indented JSON document
    Json,
    /// One JSON document a line and app
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// For people
    Text,
    /// JSON
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProgressArg {
    /// A bar when standard error is a terminal and there is much to do
    Auto,
    /// A bar
    Bar,
    /// One JSON object a line
    Json,
    /// None
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Severity {
    Info,
    Low,
    Medium,
    High,
    Critical,
}

/// Parses the arguments. `-@FILE` becomes `--list=FILE` first, since it would read as an option.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Cli, CliError> {
    let mut options_ended = false;
    let arguments = arguments.map(|argument| {
        options_ended |= argument == "--";
        match argument.to_str().and_then(|text| text.strip_prefix("-@")) {
            Some(list) if !options_ended => OsString::from(format!("--list={list}")),
            _ => argument,
        }
    });
    Cli::try_parse_from(arguments).map_err(|error| {
        let text = error.render();
        match error.kind() {
            clap::error::ErrorKind::DisplayHelp | clap::error::ErrorKind::DisplayVersion => {
                CliError::Parser(text.to_string(), true)
            }
            // A command without its subcommand shows help, which is no error message.
            clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => CliError::Usage(
                format!("a command is missing\n\n{}", text.to_string().trim_end()),
            ),
            _ => CliError::Parser(text.to_string(), false),
        }
    })
}

/// The definition of the command line, for completions and the manual page.
pub(crate) fn definition() -> clap::Command {
    Cli::command()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(arguments: &[&str]) -> ScanArgs {
        let arguments = ["privlens", "scan"]
            .iter()
            .chain(arguments)
            .map(OsString::from);
        match parse(arguments).unwrap().command {
            Command::Scan(scan) => *scan,
            _ => unreachable!(),
        }
    }

    #[test]
    fn the_definition_is_consistent() {
        definition().debug_assert();
    }

    #[test]
    fn a_list_is_no_option() {
        assert_eq!(scan(&["-@列表.txt"]).list, [PathBuf::from("列表.txt")]);
        let after = scan(&["--", "-@odd name.apk"]);
        assert_eq!(after.paths, [PathBuf::from("-@odd name.apk")]);
        assert!(after.list.is_empty());
        assert_eq!(scan(&["-"]).paths, [PathBuf::from("-")]);
    }
}
