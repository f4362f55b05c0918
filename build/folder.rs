//! The folder of providers' files: all of them, or what is wrong with them.

use std::path::Path;
use std::{fs, io};

use crate::check::{self, Provider};

/// Every provider in the order of ids, and what is wrong with the files.
pub(crate) fn read(folder: &Path) -> io::Result<(Vec<Provider>, Vec<String>)> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    // By id, not by name of file: `-` stands before `.`.
    files.sort_by_key(|path| path.file_stem().map(std::ffi::OsStr::to_owned));
    let (mut providers, mut faults) = (Vec::new(), Vec::new());
    for path in files {
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match check::provider(&id, &fs::read_to_string(&path)?) {
            Ok(provider) => providers.push(provider),
            Err(found) => faults.extend(found),
        }
    }
    faults.extend(check::together(&providers));
    Ok((providers, faults))
}
