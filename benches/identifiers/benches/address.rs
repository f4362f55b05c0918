//! The same list of addresses read by each; `benches/identifiers.mjs` writes the list and reads the medians.

use std::fs;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use identifiers_bench::{addr, email_address, lettre, passkind, whole_answer};

type Reader = Box<dyn Fn(&str) -> bool>;

fn readers(c: &mut Criterion) {
    let file =
        std::env::var("ADDRESSES").expect("ADDRESSES names a file, an address a line: see benches/identifiers.mjs");
    let list = fs::read_to_string(file).expect("the file of ADDRESSES is read");
    let addresses: Vec<&str> = list.lines().collect();
    let rows: [(&str, Reader); 5] = [
        ("passkind", Box::new(passkind)),
        ("email_address", Box::new(email_address)),
        ("lettre", Box::new(lettre)),
        ("addr", Box::new(addr)),
        ("whole_answer", Box::new(whole_answer())),
    ];
    let mut group = c.benchmark_group("address");
    for (name, reads) in rows {
        let valid = addresses.iter().filter(|text| reads(text)).count();
        println!("{name} takes {valid} of {} for addresses", addresses.len());
        group.bench_function(name, |bencher| {
            bencher.iter(|| addresses.iter().filter(|text| reads(black_box(text))).count());
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3)).sample_size(50);
    targets = readers
}
criterion_main!(benches);
