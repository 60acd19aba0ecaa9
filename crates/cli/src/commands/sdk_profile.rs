//! `privlens sdk-profile`: makes a profile of a library. Refuses to keep any name of its classes.

use std::path::{Path, PathBuf};

use sdk_fingerprint::Profile;

use crate::args::{SdkProfile, SdkProfileBuild};
use crate::exit::{CliError, Exit};
use crate::{input, out};

pub(crate) fn run(command: &SdkProfile) -> Result<Exit, CliError> {
    match command {
        SdkProfile::Build(args) => build(args),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are written"
)]
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(path, bytes)
}

fn build(args: &SdkProfileBuild) -> Result<Exit, CliError> {
    let bytes = input::read_option_file(&args.library)?;
    let name = input::Input::new(&args.library).file_name();
    let fail = |what: String| CliError::Input(format!("{name}: {what}"));
    let library =
        pipeline::library_classes(&name, &bytes, &args.package, &pipeline::Options::default())
            .map_err(|error| fail(error.to_string()))?;
    for line in &library.left_out {
        crate::exit::note(&format!("left out: {line}"));
    }
    let mut profile = Profile::new(&args.id, &args.version, &library.classes);
    profile
        .name
        .clone_from(args.name.as_ref().unwrap_or(&args.id));
    profile.is_library = args.code_library;
    let n_methods = profile.n_methods();
    if n_methods == 0 {
        return Err(fail(
            "no method with code that could be known again".to_owned(),
        ));
    }
    let encoded = profile.encode().map_err(|error| fail(error.to_string()))?;
    let path = args.output.clone().unwrap_or_else(|| {
        PathBuf::from(format!(
            "{}@{}.plprof",
            args.id.replace('/', "+"),
            args.version.replace(['/', '\\'], "_")
        ))
    });
    write(&path, &encoded)
        .map_err(|error| CliError::Input(format!("{}: {error}", path.display())))?;
    out::print_line(&format!(
        "{}: {} {}, {} classes, {n_methods} methods, {} bytes",
        path.display(),
        args.id,
        args.version,
        profile.classes.len(),
        encoded.len()
    ))?;
    Ok(Exit::Done)
}
