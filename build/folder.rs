//! The folder of providers' files: all of them, or what is wrong with them.

use std::collections::BTreeMap;
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
    faults.extend(together(&providers));
    Ok((providers, faults))
}

/// What only all files together can have wrong: a domain, a brand or a slip that two of them claim.
pub(crate) fn together(providers: &[Provider]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut owners: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for provider in providers {
        let domains = provider.file.mail_domains.iter().flat_map(|group| &group.domains);
        let brands = provider.file.mail_domains.iter().flat_map(|group| &group.brands);
        let slips = provider.file.spelling.slips.values().flatten();
        let named =
            [("domains", domains.collect::<Vec<_>>()), ("brands", brands.collect()), ("slips", slips.collect())];
        for (key, texts) in named {
            for text in texts {
                if let Some(other) = owners.insert((key, text.get_ref()), &provider.id) {
                    let (id, line) = (&provider.id, provider.line(text));
                    faults.push(format!(
                        "providers/{id}.toml:{line}: {key}: {text:?} stands in {other}.toml, too",
                        text = text.get_ref()
                    ));
                }
            }
        }
    }
    faults
}
