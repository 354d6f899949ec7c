//! Hashes the words that the crate is built with, so that a table can say by which words it was read.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src/lexicon/en");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files = fs::read_dir(&folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64; // FNV-1a, as in src/value/words/hash.rs
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned().into_bytes();
        for byte in name.into_iter().chain(fs::read(&file)?) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo:rustc-env=WIRECHECK_WORDS={hash:016x}");
    Ok(())
}
