namespace Dunning.Mail.Zoning;

/// <summary>Words of job titles and departments in six languages: what stands under a name at the end of a mail.</summary>
internal static class JobTitles
{
    private const int MostWords = 9;

    private static readonly HashSet<string> Words = new(
        Plain.List(
            "manager", "director", "head", "lead", "leader", "officer", "assistant", "accountant", "accounts", "accounting", "bookkeeper", "bookkeeping", "clerk", "controller", "specialist", "coordinator", "co-ordinator", "supervisor", "owner", "founder", "co-founder", "ceo", "cfo", "coo", "cto", "president", "chairman", "partner", "executive", "analyst", "administrator", "administration", "buyer", "purchasing", "procurement", "secretary", "treasurer", "treasury", "payable", "payables", "finance", "consultant", "engineer", "department", "proprietor", "attorney", "solicitor", "paralegal", "trustee", "executor", "operations", "sales", "billing",
            "geschäftsführer", "geschäftsführerin", "geschäftsleitung", "geschäftsführung", "leiter", "leiterin", "leitung", "buchhaltung", "buchhalter", "buchhalterin", "einkauf", "einkäufer", "einkäuferin", "einkaufsleiter", "einkaufsleiterin", "sachbearbeiter", "sachbearbeiterin", "sachbearbeitung", "assistenz", "assistentin", "inhaber", "inhaberin", "prokurist", "rechtsanwalt", "rechtsanwältin", "praxisteam", "team", "büro", "prokuristin", "kreditorenbuchhaltung", "finanzbuchhaltung", "rechnungswesen", "rechnungsprüfung", "controlling", "vertrieb", "sekretariat", "verwaltung", "vorstand", "steuerberater", "steuerberaterin", "disponent", "disponentin", "bauleiter", "projektleiter", "projektleiterin", "teamleiter", "teamleiterin", "handlungsbevollmächtigter",
            "comptable", "comptabilité", "responsable", "directeur", "directrice", "gérant", "gérante", "assistante", "chef", "cheffe", "chargé", "chargée", "président", "présidente", "acheteur", "acheteuse", "service", "fondateur", "fondatrice", "secrétaire", "daf", "pdg", "trésorière", "trésorier", "gestionnaire", "finances", "juriste", "avocat", "avocate", "approvisionneur", "approvisionneuse", "adjoint", "adjointe", "associé", "associée",
            "gerente", "directora", "contable", "administración", "administrativo", "administrativa", "jefe", "jefa", "dpto", "departamento", "compras", "contabilidad", "socio", "socia", "propietario", "propietaria", "tesorería", "administrador", "administradora", "encargado", "encargada", "autónomo", "autónoma", "apoderado", "apoderada",
            "responsabile", "amministratore", "amministratrice", "amministrazione", "contabilità", "contabile", "ufficio", "direttore", "direttrice", "titolare", "ragioniere", "ragioniera", "impiegato", "impiegata", "impiegatizio", "acquisti", "presidente", "addetto", "addetta", "commerciale", "segreteria", "segretaria", "resp", "avvocato",
            "eigenaar", "eigenaresse", "boekhouder", "boekhoudster", "boekhouding", "administratie", "medewerker", "medewerkster", "crediteuren", "crediteurenadministratie", "debiteuren", "inkoop", "inkoper", "hoofd", "bedrijfsleider", "afdeling", "secretaresse", "teamleider", "adviseur", "financieel", "zaakvoerder", "directie", "bestuurder", "penningmeester", "projectleider", "crediteurenbeheer", "debiteurenbeheer"),
        StringComparer.Ordinal);

    /// <summary>A short line without figures that holds a word of a job title.</summary>
    public static bool Is(string line)
    {
        if (line.Length > 90 || line.Any(char.IsAsciiDigit) || line.AsSpan().ContainsAny("?!:@"))
            return false;
        var words = Plain.Fold(line).Split([' ', ',', '/', '|', '·', '•', '-', '&', '.', '(', ')', '*', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && Array.Exists(words, Words.Contains) && !NameBlocks.IsSentence(line);
    }
}
