//! A wallet's seed phrase: BIP-39 words with their checksum.

/// The English list of BIP-39, 2,048 words, sorted. No two share their first four letters, so only those are kept: for each
/// beginning of no, one, two and three letters, in order, the letters that may follow it; the last of them is a capital, and
/// a word of three letters ends in `` ` ``, which comes before `a`. What follows the four is not looked at: twelve other
/// words that all begin as words of the list do, with a checksum that fits, are not to be feared.
///
/// Facts: <https://github.com/bitcoin/bips/blob/master/bip-0039/english.txt>, by way of the npm package `@scure/bip39` 2.4.
/// Printed by `scripts/seed-words.mjs`.
#[rustfmt::skip]
static FOLLOWERS: [&str; 4] = [
    "\
    abcdefghijklmnopqrstuvwyZ\
    ",
    "\
    bcdefghilmnprstuvwXaeilorUaehiloruYaeioruwYacdfgilmnpqrstvxYaeilorUaehiloruYaeiouYcdglmnrstVaeoUaeiNaeiouYaeio\
    uYaeioUabcdfiklmnprstuvwxyZaehiloruYUaehioUacehiklmnopqtuwYaehioruwYgmnprsTaeiOaehioRaeOeO\
    ",
    "\
    ailosUchioqrTadjmuVRfRaeREmrSabceilmoprstWaoUacgiknostxYaopRcegmorTkpsThoTcdgnTeOaefKIbcdglmnrsTacefghlnstYcdk\
    norTaeioUadimnorstuxYaeioUbdfilnrstyZbcgklmnprstuVilmnRaeiorUgnrtVaeioUacdfilmnoprstuvYaeiouYblprsTCdmnrsuwYab\
    cefglmnprstVacefglnrsvZcglmnosuVaeiouYcmnrsTANgrShOgiUFGgTbdeiSbeoPadefghjlorstVIUaorUcsTeHiOacehiopTEbcdilmnr\
    stuVabdemnstvWbceglnrstXaeiouYacgilorsuXaeioUenrTdilmprstuZnSOafgnrVaioUadlorsvWaeioUaeiNMbilmnprtvwZadilnRdgl\
    nprSbclmnoprstuVbgmnrSBeOeLNLaimPcdfhijmnpqstVOloSEOcgrZalWbikuYdimnSNetYcdnstWeiObdkmnprtuvwyZacfgimnostVabcf\
    gkmnoqstvZabcgnotuvYcgmnXRcdgijkmnprstxZacdlmnrsTdlmnrsXbdmnorstuVcflsTsTimprsTacegiprstuvwXcGbimorstvWcmrTKej\
    lstVceTOfTLAdiYIceiLeipTabcdgiPTHTaENYSOcdgilnprstuvYalnoprTorYaceglnopstZaeUeilnoprstvWaeiObdlmnprstZRaeiObcd\
    ilmnprtvwZabcdfgjlmnopqstuvWYbcdfgnopstVabcmostuYbdglnRdfilmntuvYaehioRaceglmnrstVaeioruYbcdeglmnrstxZaeiUaeio\
    UaiOaiOacdflmnorUaehilorYUaeioruYbcdfgimnprSaeiOmrSbcgilnprstXalnrsXaeiorUcdglmnprsTabdegikmnoprstuwYaeiouYbim\
    nReiOPLBacdfhikltuVdghopSbGaeUIcglnprsUhlnrsTabcdelnorstVciltYgilnrstvYabdeilsTaeIdflnrsTlmnoRaeiORaLUbRnO\
    ",
    "\
    NLEuVeotUSeioUIDUUO`iorUP`iRUILaIOaOAI`NEA@`PLRUORE`eOONHEOEAtZnUSLhIelRMLoUTWeII@RLelRIhTaNU`eoYUaeiO`eiW@Eae\
    iUHLMaeiRTIUThoURcIkrYSUWSYhOG@acLBaN`egReiKTcnUaOFOIaIioTcETrtWOY@EDLdTTcdmnSaSNosUerSrTYLBeUkSdiRSTN@@cinsVa\
    EcdegnScknotWSBdGFLbkLdKdgS`iYTEZbiLTEElMeP`acdnovYaiT`bdgprTehitU`aceTgsTELEEsTeTilmnoprsTacefrScelMiOOcnRANC\
    iYIiprwYarVcefmnPcgstuWbmsTcSOEFlNloUbefimPcdfgnstVkLpYaenRTTcnprSEOcdfmnstwZadeWcmsTpsuWceimnS`SET`BirtVhTEL@\
    aPcGIHGN@LaRaeiloRReiYRaIaIitYaeotUIceikpTaEeiOglmREsTFiNEnOeTacehmopTeiOZtU@lPAakOREBEfgmsWaSflnpVPM@KBEITcYR\
    AeLlnTitYOlNETCO@HHOEcgmpVTEaoRRTloTbC`lOmROaIAOIUiOUeiRESaI`SdSOPAaEARIdLkLcMehilUcRaIlsTTaeiloReR`BReUEnTlSe\
    iO`cTMH`ahILOTRE`dLACTCE@ETLUemTadegIemScH`N@gmstVEgPacoWiS@MU@LdLdTcegktuWsTN@gMqSeNgnswZIL`NnYUGNaLE@abdlM`P\
    eHGEeirtUTSNTGGaLEdnrSdMborvWETDDdSIpSENbcinpsVaEdeTcuWNRSdlT@@IRFmSDPbdsV@EKAdlrVGGlmP@ODHLT@ETBKdeiLEEDEnrSp\
    TERE@EabOdgTdrTBR@NaNEO`eNGTeUaorUhloReioUalOaETeUAeOUUaeipTaeOeiONALUMRKU@ZlNLE@NER@GCPgiKTGnPC@K`NdGS`ceTIEF\
    cW`eOdYEPGTGeIgNA`nSEYdfrVTT`aESOdgSPSTEReREeTHEbIKNUTTEAdNSaKIeGPTdNEAKGBaCUIH@iNdlNOEM`adgsULbcgikRksTcehrTI\
    EdnsTHaIoTbOtUcgiRhSaHdNkLIdioUaResT`eTIeI`EiksTNaeNQhiOnSeIHFeTcehiTUeTHVEKRTiURKDaLTHVT`WTESTEHLSIDmTEaehIE@\
    LBS@@YEIcEAIUAOR`eIE@Y@VMTE@OiYnRNOINIHeIAeGHREdepSLnR`EGTNTDERaMdeiTEaekrTSchirTSEMcnrSI`aCPPfmS@nTASNnTC`ElO\
    KNETCZcnstYaDcgNmTNaeIdYLUTisTaTEdEcIdfpstVcdmnosvZbcdfgjmopstuVLDlpSPCiPcipSH@ZAlnRSctZTBceKaIlnSLPcdGIEeHE@O\
    dlSeUaeioYUloUirUEaeiYaeiOdeTPaelOUceiopUirUNeIAT`BeHeGLhIGTPKUaEdSoUKAfkMEAgnTABE@E`WA`dNELamotUePDiOcSE@lnrT\
    NeOeSrUaeiU`rsTortUdKMeLIisTiVStUEdflRdlRefnpVceopruViUF@LKEGhNeklViPcGETU@ETT`lnRLbMeNcdgMgtWSlRLkOckPFWPciKA\
    TadiuVEGNrTlnprTcrtWacelNEcdknRIinorTaeI@aeIbdfgimnrtYaempRclNcmnorVaeioUdfMLjmWcHDFaGTM`nSepRefgprVpTlmpRaEfm\
    nTRbPUTLK@LeKKEGkTTIcML`anTMTTnTmnorYnSUeiOmNKEETbEY@ESLSAaD@ELEaOegIlT`iPcnTSARaeN@cdfginpsvYaeNabcgmPpUcelms\
    T@ETBaNknTlNcnS@eIYRbWlOeOaOAfqtVNOISEARONEEAEG`dfLALaUUilV`IOITLIVdtUbisYSEBRiTEWLTLtUaiUAIAcDcUEAeOTklNTfmRh\
    pTEE@lprsT@DKRCT@lTaenRpSeTEdL`degknTEdeHNFADdLdklrTPcSsTNDRL`nTROE@\
    ",
];

/// Whether the text is 12, 15, 18, 21 or 24 words of the list whose last bits are their checksum.
pub(super) fn is_seed_phrase(text: &str) -> bool {
    // Twelve words of three letters, and what stands between.
    if text.len() < 47 {
        return false;
    }
    let count = text.split_ascii_whitespace().count();
    if !matches!(count, 12 | 15 | 18 | 21 | 24) {
        return false;
    }
    // 11 bits a word; of 33 bits, 32 are entropy and one is checksum.
    let mut bits = [0_u8; 33];
    for (word, text) in text.split_ascii_whitespace().enumerate() {
        // A phone's keyboard begins with a capital.
        let Some(index) = index_of(&text.to_ascii_lowercase()) else { return false };
        for bit in (0..11).filter(|bit| index >> (10 - bit) & 1 == 1) {
            let at = word * 11 + bit;
            if let Some(byte) = bits.get_mut(at / 8) {
                *byte |= 0x80 >> (at % 8);
            }
        }
    }
    let entropy = count * 4 / 3;
    let (Some(known), Some(last)) = (bits.get(..entropy), bits.get(entropy)) else { return false };
    let shift = 8 - count / 3;
    first_hash_byte(known) >> shift == last >> shift
}

/// The word's place in the list.
fn index_of(word: &str) -> Option<usize> {
    let mut letters = word.bytes().chain([b'`']);
    // Of what has been read, among all beginnings of that length.
    let mut place = 0;
    for followers in FOLLOWERS {
        let letter = letters.next()?;
        let mut signs = followers.bytes().zip(0..);
        let is_last = |sign: u8| sign < b'`';
        for _ in 0..place {
            signs.find(|(sign, _)| is_last(*sign))?;
        }
        let (sign, at) = signs.find(|(sign, _)| is_last(*sign) || *sign == letter)?;
        if sign | 0x20 != letter {
            return None;
        }
        place = at;
    }
    Some(place)
}

/// The first byte of SHA-256 (FIPS 180-4) of a text that fits in one block.
#[expect(clippy::many_single_char_names, reason = "the standard's own names")]
fn first_hash_byte(text: &[u8]) -> u8 {
    let mut block = [0_u8; 64];
    for (to, from) in block.iter_mut().zip(text.iter().chain([&0x80])) {
        *to = *from;
    }
    if let Some(last) = block.last_chunk_mut::<2>() {
        *last = u16::try_from(text.len() * 8).unwrap_or_default().to_be_bytes();
    }
    let mut words = [0_u32; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    let mut first = [0_u32; 8];
    for (word, prime) in first.iter_mut().zip(primes()) {
        *word = fraction(prime.sqrt());
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = first;
    for prime in primes().take(64) {
        let [w0, w1, .., w9, _, _, _, _, w14, _] = words;
        let t1 = h
            .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
            .wrapping_add((e & f) ^ (!e & g))
            .wrapping_add(fraction(cube_root(prime)))
            .wrapping_add(w0);
        let t2 =
            (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22)).wrapping_add((a & b) ^ (a & c) ^ (b & c));
        [a, b, c, d, e, f, g, h] = [t1.wrapping_add(t2), a, b, c, d.wrapping_add(t1), e, f, g];
        words.copy_within(1.., 0);
        if let Some(last) = words.last_mut() {
            *last = w0
                .wrapping_add(w1.rotate_right(7) ^ w1.rotate_right(18) ^ (w1 >> 3))
                .wrapping_add(w9)
                .wrapping_add(w14.rotate_right(17) ^ w14.rotate_right(19) ^ (w14 >> 10));
        }
    }
    let [sum, ..] = first;
    let [byte, ..] = a.wrapping_add(sum).to_be_bytes();
    byte
}

/// SHA-256's constants are the first 32 bits behind the point of roots of the first primes: computed, they take half the bytes.
fn primes() -> impl Iterator<Item = f64> {
    (2_u32..).filter(|n| (2..*n).all(|m| n % m != 0)).map(f64::from)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is behind the point, in 32 bits")]
fn fraction(root: f64) -> u32 {
    (root.fract() * 4_294_967_296.0) as u32
}

/// By Newton's way; from 4, twelve steps do for the first prime, 2, and for the 64th, 311.
fn cube_root(number: f64) -> f64 {
    (0..12).fold(4.0, |root: f64, _| root - (root * root * root - number) / (3.0 * root * root))
}

#[cfg(test)]
mod tests {
    use super::{index_of, is_seed_phrase};

    #[test]
    fn the_list_is_whole() {
        for (word, index) in [("abandon", 0), ("ability", 1), ("act", 19), ("zone", 2046), ("zoo", 2047)] {
            assert_eq!(index_of(word), Some(index), "{word}");
        }
        for word in ["aban", "zoneless"] {
            assert!(index_of(word).is_some(), "{word}: four letters tell");
        }
        for word in ["aba", "zo", "zoos", "Abandon", ""] {
            assert_eq!(index_of(word), None, "{word}");
        }
    }

    #[test]
    fn the_constants_are_the_standards() {
        let primes: Vec<f64> = super::primes().take(64).collect();
        let cube = |at: usize| super::fraction(super::cube_root(primes[at]));
        assert_eq!(super::fraction(primes[0].sqrt()), 0x6a09_e667);
        assert_eq!(super::fraction(primes[7].sqrt()), 0x5be0_cd19);
        assert_eq!(
            [cube(0), cube(1), cube(31), cube(62), cube(63)],
            [0x428a_2f98, 0x7137_4491, 0x1429_2967, 0xbef9_a3f7, 0xc671_78f2]
        );
    }

    #[test]
    fn phrases_of_the_test_vectors() {
        let all = |word: &str, count: usize, last: &str| [&format!("{word} ").repeat(count - 1), last].concat();
        // (phrase, is one, reason): https://github.com/trezor/python-mnemonic/blob/master/vectors.json
        let table = [
            (all("abandon", 12, "about"), true, "128 zero bits"),
            (all("abandon", 18, "agent"), true, "192 zero bits"),
            (all("abandon", 24, "art"), true, "256 zero bits"),
            (all("zoo", 12, "wrong"), true, "128 one bits"),
            (all("zoo", 24, "vote"), true, "256 one bits"),
            (all("abandon", 12, "abandon"), false, "checksum"),
            (all("abandon", 13, "about"), false, "count"),
            (all("password", 12, "about"), false, "no word of the list"),
        ];
        for (phrase, expected, reason) in table {
            assert_eq!(is_seed_phrase(&phrase), expected, "{reason}");
        }
    }
}
