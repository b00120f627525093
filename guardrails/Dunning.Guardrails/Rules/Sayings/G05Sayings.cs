namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G05 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G05Sayings
{
    internal const string Lines = """
        - when|wann|quand|cuando|quando|wanneer ... wait|expect|erwarten|rechnen|attendre|esperar|aspettare|attendere|verwachten
        - at your earliest|first convenience
        ~ no|without|any pressure
        ~ at your ?own pace|leisure|convenience
        ~ bit|little|piece by bit|little|piece
        ~ a bit|little at a time
        ~ however many
        ~ breathing space|room
        ~ summer|autumn|winter|spring|christmas|holidays|easter|vacation|year|month|quarter .. fine|ok|okay|soon_enough|works|do|suits|enough|early_enough|good|acceptable
        ~ fine|ok|okay|enough|happy|good .. after|until|by|in|before .. summer|autumn|winter|spring|christmas|holidays|easter|vacation|next|quarter
        ~ stretch*
        ~ sit on .. it|invoice|bill
        ~ give .. until|till
        ~ we|i .. can|will|are ?happy ?gladly ?to wait*
        ~ no deadline
        ~ pay .. you go|can|like
        ~ drip
        ~ eilt|drangt|pressiert .. nicht|nichts|keineswegs
        ~ nach|bis|zu .. *ferien|urlaub|weihnachten|ostern|jahresende|quartalsende|jahreswechsel|sommer|herbst|winter|fruhjahr|messe .. reicht|genugt|passt|ok|ordnung|genug|auch
        ~ reicht|genugt|passt .. nach|zum|im|bis|ende .. *ferien|urlaub|weihnachten|ostern|jahresende|quartals*|sommer|herbst|winter|fruhjahr|jahr*
        ~ *stotter*
        ~ nach und nach
        ~ stuck|schritt fur stuck|schritt
        ~ happchen*|haeppchen*|kleinen betragen|portionen|schritten|stucken
        ~ wann immer
        ~ zahl*|uberweis* ... wann|wenn ?immer sie|es|ihnen .. passt|konnen|mochten|wollen
        ~ aller ruhe
        ~ kein*|ohne druck|stress|hektik
        ~ gedulden|geduldig .. wir|uns|gern
        ~ rien|ne presse
        ~ pas|aucune|rien ?d ?de urgence|urgent|presse
        ~ petites|petits|petit sommes|bouts|versements|morceaux|montants
        ~ petit a petit
        ~ fur et a mesure
        ~ a votre rythme|convenance|guise|aise
        ~ rentree|ete|vacances|noel|trimestre|annee|paques .. convien*|suffi*|ira|parfait|va|bien
        ~ pay*|regl*|vers* ... quand|lorsque .. pouvez|pourrez|voulez|voudrez|souhait*|arrange*|convien*
        ~ sans ?vous presser|hate
        ~ tranquillement
        ~ attendre|attendrons|patienter|patienterons .. sans|volontiers|jusqu|encore|peu
        ~ prisa|prisas
        ~ poco a poco
        ~ a su ritmo|aire|conveniencia|comodidad
        ~ pag*|abon* ... cuando|como .. pueda|quiera|convenga|prefiera|comodo
        ~ despues|tras|pasado|pasadas|hasta .. verano|vacaciones|navidad*|fiestas|semana_santa|trimestre|ano .. bien|vale|problema|perfecto|basta
        ~ con calma|tranquilidad
        ~ podemos|podremos esperar .. hasta|mas|semana*|mes*|tranquil*|sin|problema
        ~ fretta
        ~ po|poco alla|per volta
        ~ a poco a poco
        ~ al vostro|suo ritmo|comodo
        ~ pag*|vers*|sald* ... quando .. comodo|potete|potrete|volete|preferite|pare|riuscite|puo|vuole
        ~ dopo|entro|per .. estate|ferie|vacanze|natale|pasqua|anno|trimestre .. bene|benissimo|basta|sufficiente|problema
        ~ comodamente|comodita
        ~ possiamo aspettare|attendere .. fino|ancora|piu|tranquill*|mes*|settiman*|senza
        ~ geen|zonder|niet haast|spoed|stress
        ~ haast .. niet|geen
        ~ stukje|beetje bij beetje|stukje
        ~ in stukjes|porties
        ~ na|tot|rond|voor .. zomer|vakantie|kerst|pasen|nieuwjaar|jaareinde|kwartaal .. prima|goed|oke|best|voldoende|genoeg
        ~ op uw ?eigen gemak|tempo
        ~ betaal*|overmaken|voldoe* ... wanneer|als|zodra .. uitkomt|schikt|kunt|wilt
        ~ kunnen|wachten .. wachten|rustig .. nog|?op
        ~ once|when|after|until|till .. season|harvest|project|fair .. over|done|finished|ends|ended|closes
        ~ third|half|part|some|quarter|portion .. now|today|immediately|first .. rest|others|remainder|other|balance .. later|next|after|follow*
        ~ cuando acabe|termine|pase .. temporada|obra|cosecha|campana
        ~ quando finisce|termina|finira .. stagione|raccolto|lavori
        ~ wenn|sobald|nach .. saison|ernte|projekt|messe .. vorbei|zu_ende|rum|beendet|fertig|ende
        ~ drittel|halfte|teil|viertel .. jetzt|heute|gleich|sofort .. rest|ander*|ubrige*|zwei .. spater|danach|dann|folgt
        ~ quand|lorsque|apres|une_fois .. saison|recolte|projet|chantier .. fini*|termine*|passee|achev*
        ~ tiers|moitie|partie|quart .. maintenant|suite|aujourd .. reste|solde|autre* .. tard|ensuite|apres
        ~ cuando|despues .. temporada|cosecha|proyecto|obra .. acab*|termin*|fin*|pase
        ~ tercio|mitad|parte|cuarto .. ahora|hoy|ya .. resto|demas|otra|otro .. adelante|tarde|despues|luego
        ~ quando|dopo|appena .. stagione|raccolto|progetto|lavori .. finisce|finit*|termin*|conclus*
        ~ terzo|meta|parte|quarto .. adesso|ora|subito|oggi .. resto|altr* .. avanti|tardi|dopo|poi
        ~ als|wanneer|zodra|na .. seizoen|oogst|project|beurs .. voorbij|klaar|afgelopen|om
        ~ derde|helft|deel|kwart .. nu|vandaag|direct .. rest|ander* .. later|daarna
        """;
}
