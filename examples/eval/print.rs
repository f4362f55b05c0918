//! Tables for people, in columns.

/// Prints a heading, the columns' names and the rows; a table without rows says so.
pub(crate) fn table<const N: usize>(heading: &str, columns: &[&str; N], rows: impl Iterator<Item = [String; N]>) {
    let rows: Vec<[String; N]> = rows.collect();
    println!("\n== {heading} ==");
    if rows.is_empty() {
        println!("nothing to show");
        return;
    }
    let head = columns.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    for row in [&head].into_iter().chain(&rows) {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        println!("{}", cells.join("  ").trim_end());
    }
}
