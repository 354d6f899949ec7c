//! How long the words take to load, and how much memory they hold.
//!
//! The first load of a process is told apart from the later ones: it alone pays for pages that nobody has touched yet.

use std::alloc::System;
use std::hint::black_box;
use std::time::Instant;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use wirecheck::lexicon::{Lexicon, is_english, is_surname};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    let (region, start) = (Region::new(ALLOCATOR), Instant::now());
    let lexicon = Lexicon::load();
    let time = start.elapsed();
    println!("first load: {:.1} ms, {} kB held, {} places", time.as_secs_f64() * 1e3, held(&region), lexicon.names.places.len());
    let (region, start) = (Region::new(ALLOCATOR), Instant::now());
    black_box((is_english("council"), is_surname("lopez")));
    println!("words of English and surnames: {:.1} ms more, {} kB", start.elapsed().as_secs_f64() * 1e3, held(&region));
    let region = Region::new(ALLOCATOR);
    let read = (0..lexicon.names.places.len()).filter(|&i| lexicon.names.places.get(i).is_some()).count();
    println!("every place read: {} kB more for {read} places", held(&region));
    divan::main();
}

/// The kilobytes allocated in a region and not given back.
fn held(region: &Region<System>) -> usize {
    let change = region.change();
    change.bytes_allocated.saturating_sub(change.bytes_deallocated) / 1000
}

#[divan::bench]
fn load() -> Lexicon {
    Lexicon::load()
}

/// What a lexicon with names of the user's costs.
#[divan::bench]
fn copy() {
    black_box(Lexicon::english().clone());
}
