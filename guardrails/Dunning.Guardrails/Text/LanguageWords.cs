namespace Dunning.Guardrails.Text;

/// <summary>Folded words that stand for one of the six languages and are rare in the other five.</summary>
internal static class LanguageWords
{
    internal const string English = """
        about above accept access according account address administrator advised after ago agreed all already also amount and another any approved are arrived as ask at attached automated away back balance
        bank be because been before below best billed bit boss but by call came can cannot card case charged check clear cleared colleague company concerns confirm contact control copy correct could court
        credit current customer date days dear debt deferred delay delete delivery department details did direct discount do does don done down due duplicate each enclosed end every executed expect extension
        file find following for form forward from funds further future get give goes going goods got grant had half handled has have having hearing hello help here hereby hi holiday how if in included informed
        insolvency instalments instead instructions intend into invoice invoiced invoices issue it item items its just kind kindly know last leave leaves ledger left let letter like list ll longer look made
        make making mark match matter may me money month months more morning move must my name need never new next not note nothing now number of off office on once one only open or order ordered our out
        outstanding overdue owe paid passed pay payable paying payment payments planned please pls price process proof propose purchase put quickly quote receipt received records refer regards register
        relating released reminders remittance reply require responsibility return returned right run sales same say scheduled see send sent settle settled settlement shall should show showing shows side
        signed since sincerely slow soon sorry split statement still stop submit sum supplied supplier supplies sure take tell term th than thank thanks that the their them then there these they think this
        those three through till time to today together told tomorrow transfer transferred twice two under until up ur us use value ve vendor wait way we week weeks went were what when whether which will with
        within work working would write wrong yesterday yet you your yours
        """;

    internal const string German = """
        ab aber abgebucht abgerechnet abwesend alles anbei anderen andern angabe antwort antworten anwalt anweisung anweisungen auch auf aus ausgeglichen bankverbindung bearbeitung beglichen bei beim beleg
        benotigen bereits berucksichtigt bestatigen bestellung betrag betrages bezahlen bezahlt bin bis bitte bitten bleibt brauchen buchhaltung buro chef cust dabei damit danke dann das dass deine dem den der
        dezember die dienstag diese diesen dieser dieses donnerstag durfen ehrenwort ein eine einen einer eines eingegangen eingeplant einmal ende erfolgt erhalten erinnerung erreichbar erst ersuchen etwas
        euch fallen falligkeit falls falsch falsche februar fehlen fertig finden forderung frage fragen frau freigegeben freitag freuen freundliche freundlichen fruh fugen fur gb geben geehrte gegangen gegen
        geht gemacht gerade gern gerne gesagt geschickt gesprochen gestern gewahren glaube gruss grusse grussen gutschrift gutschriften hab habe haben halfte hat hatten heute hiermit ich ignoriere ihnen ihr
        ihre ihrem ihren ihrer ihres im innerhalb ist januar jeden kann kein keine kollegin kommen kommt konnen konnt konnten konto kontoauszug kreditorenbuchhaltung kundennummer kurze lager langer lassen laut
        lautet leid letzten lieferschein lieferung liegt lt mach mache machen macht mal marz mehr meine melden mich mir mit mitteilen mittwoch moglich monat monatlich monats monatsende montag mussen nach
        nachricht nachste nachsten nachster nehmen nennen neue neues nicht nichts nie nl noch nochmal nur ob oder offen offene posten preis prozent prufen prufung rabatt raten raus rechnen rechnung rechnungen
        rechnungsbetrag referenz reguliert regulierung reichen reicht richten richtig richtige rucksprache sagen schicken schnell schon schreiben sehr sein seit senden sich sie sind sobald sofort sollte sorge
        spater spatestens stimmt suchen summe tage tagen teilen tut uber ubermitteln ubersendung uberweise uberweisen uberweisung uberwiesen um und uns unser unsere unserem unseren unserer unter unterlagen
        unterwegs urlaub valuta veranlasst verbucht vereinbart vereinbarte verschieben verspatung versprochen versucht vertrieb verwendungszweck viel vielen vielleicht vollstandig von vor vorgang wann war ware
        warten weg weitere weiteren wenden wenn werden werktagen wertstellung wie wieder wir wird woche wochen wurde wurden zahle zahlen zahllauf zahlt zahlung zahlungen zahlungseingang zahlungslauf
        zahlungsnachweis zeit zu zum zur zuruck zustandig zwei
        """;

    internal const string French = """
        absent actuellement afin agreer aout applique apres apurement argent au aurait aurez aussi autre aux avant avec avez avocat avoir avons bancaire bancaires banque besoin bien bientot bloquee bon bonjour
        ca car ce celui ces cette cher chere chez client commande comme comment comptabilite comptable compte comptes concernant confirmons conge contacter contestons convenu coordonnees copie cordialement
        courriel creance croises dans decembre deja delai demain demande demeure deposez depuis derange dernier des desole deux devis disposition doit domiciliation dossier du duplicata ecart echeance
        echeancier ecrire effectue effectuera elle emettre encore envoyer envoyes erreur erronee est et etait etaler etant ete etre facture factures faire fais fait fausse faut faute fera fevrier fin fois
        fournisseurs frais garnier genre ici ils indiquer informons interviendra je jeudi joignable joint jours judiciaire juillet juin jusqu lefranc les leur livraison livree lundi madame mais marchandise
        mardi mars meilleures mensualites merci mercredi mise modification mois moitie mon monsieur montant mot ne noter notifions notre nous nouveau nouvelles objet octobre ont ou paie paiement paierons par
        parti pas paye payee payer personne peu peut peux piece plus plusieurs portail pour pourriez poursuivre pouvez prevu prix procederons prochain prochaine produits programmee promis proposons quand
        quelle quitte quoi raison rapidement rapprochement reception recevrez recu regardez regle reglee reglement regler releve remercions repondre reponse ressort reste retard retour revele rien salutations
        sans sauf semaine semaines serai serait ses societe solde soldee sollicitons sommes sont souci sous suis suite sur svp systeme tard tarif temps tous tout toute traitement transmettre transmission
        travaille tribunal tu une vendredi vers veuillez vient vire virement voici vos votre vous
        """;

    internal const string Spanish = """
        abogado abonada abonado abonara abono abril acordado actualmente adeudado adjunto agradecemos ahora albaran algo almacen alta antes aqui asunto atentamente ausente ayer bancaria bancarios banco
        bloqueada cambiado cantidad coincide como comunicacion comunicamos confirmamos conformes contabilidad continuar cordial cordiales correo corresponde cual cuando cuenta cuotas datos debe deben
        departamento despues detectado deuda dias dinero direccion dirijanse discrepancia disposicion domiciliacion dos duplicado el emitan empresa enero entregada enviarnos equipo eso esta estamos este
        estimada estimado esto estos estoy extracto factura facturas falta favor fecha figura finales firmado fraccionamiento fue fuera gracias ha hace hacer hago han hasta hecha hemos hola importe incluido
        incorrecta informamos jueves julio junio las llego lleva lo los lunes manana martes mas mayo mediante mensaje mensualidades mercancia mes miercoles mirad mismo modificacion muy nada necesitamos nombre
        noviembre nuestra nuestras nuestro nuestros nueva nuevo nuevos oficina pagada pagado pagamos pagar pago pagos pague para partida pasa pasado pasas pedido perdon permanece pero poco podemos por precio
        precisamos pregunta preguntas presentarse procederemos productos prometido pronto proponemos propuesta prorroga proveedor proveedores proximo puede pueden puedo quedamos rapidamente razon realizara
        realizo recepcion recibido recibiran referencia registros regresare responder responsable respuesta retraso rogamos saldada sale salieron saludos segun semana semanas senor septiembre ser seria
        servicios sido sin sobre solicitamos son soy su sus tambien tardar tendreis tiempo tiene toda todavia todo todos trabaja tramitacion tranquilos transferencia transferida trasladado trata unos usted
        ustedes vacaciones veces viernes vuelvo ya
        """;

    internal const string Italian = """
        abbiamo accredito alla allegato anche ancora appena aprile arrivano arrivata assente assenza attesa avanti avete banca bancarie bene bloccato bolla bonificata bonifico buongiorno cambiato caricate che
        chiediamo chiusa ci come compete comunicazione comunichiamo concordato confermiamo consegna consegnata contabile contabilita contattare contestiamo conto controllate coordinate cordiali cosa credito da
        dai dal dall debito dei della delle di dicembre difformita disposizione disposto distinta distinti domanda domande domani dovete dovuto duplicato effettuera emettere entro errata eseguito essere
        estratto fa faccio fare fase fatto fattura fatture favore ferie fine fini fino firmata fornitori fuori gentile gestione gia giorni giovedi giri giugno gli grazie ieri importo indirizzo informiamo
        inserito inviarci invio lavora lavorazione legale legali luglio lunedi ma maggio martedi meglio mensilita merce mercoledi mese messaggio mi mia molto momento nel nella niente non nostra nostre nostri
        nostro nuove nuovo occorre occupo ogni ottobre pagamenti pagamento pagare pagata pagato pagatori pagheremo paghiamo parte partita pattuito per piano piu portale possiamo possibile posso potete potreste
        preghiamo presto prezzo promesso proponiamo proroga prossima prossimo provvederemo puo quale quando quanto questa questi questo ragione rateizzazione registrarvi registri relativo resta restiamo
        ricevimento ricevuto richiede richiesta rientrero rientro rif riferimento ringraziamo riscontrata rispondere risposta risulta ritardo saldata saldato saluti sara sarebbe sbagliata sbagliato scorso
        scrivete scusate senza servizi settimana settimane siamo sicuro societa soldi sono stata stato sui sul torno tra tramite tranquilli tratta tutti tutto ufficio usciti vanno variazione velocemente
        venerdi vi vogliate voi volta volte vostra vostri vostro
        """;

    internal const string Dutch = """
        aan aanstaande aantal administratie advocaat afbetalingsregeling afgeletterd afgelopen afgesproken afschrift afwezig afwezigheid afwijking alvast antwoord antwoorden aub augustus bankgegevens
        bankrelatie bedankt bedrag bedrijf beetje behoeve beloofd ben bereikbaar bericht beste betaal betaald betaalopdracht betaalrun betalen betaling betalingen betalingsregeling betwisten bevestigen bij
        bijgevoegd binnen blijft blijkens boekhouding crediteurenadministratie creditnota dagen dan dat datum delen deze dinsdag dit doen donderdag door duplicaat een eerst einde er facturen factuur
        factuurnummer failliet fout gaan gaat geachte geblokkeerd geconstateerd geen gegaan geleden geleverd getekende gewijzigd gisteren goed goederen graag groet groeten hallo heb hebben hebt heeft het
        hierbij hij hoe horen iets ik januari jullie kan kantoor keer kenmerk kijk klopt komen komt korting kunnen kunt laat leveren levering ligt maak maand maandag maanden maar mede mee meer mei met mijn
        moet moeten mogelijk momenteel naar neem nemen niet niets nieuw nieuwe nodig nog om omdat onder ondergebracht ondertekening ons ontvangen ontvangstcontrole onze ook op openstaande opgenomen ordernummer
        overboeking overgemaakt overmaken pakbon portaal prijs reactie rechter reeds registreren rekening rekeningnummer schuldig servicecentrum snel spoedig staat stuk stuur systeem te tegen ten ter termijnen
        terug tijd tijdens toesturen tot twee uit uiterlijk uitstel uw vakantie van veel veranderd verantwoordelijk verkeerde vermelding verschuldigde vertraging verwerking verzoeken verzorgt voldaan volgende
        volgens volgt voor vraag vragen vriendelijke vrijdag vrijgegeven wanneer wat weer weken welke werkt weten wij wijziging wilt woensdag worden wordt zal ze zeer zeker zien zijn zonder zorgen zou zullen
        """;

}
