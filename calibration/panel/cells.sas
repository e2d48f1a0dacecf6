/* Cells for `samspil calibrate --panel` from spells: person, start, end, from, to and covariates. */
%let covariates = mental_disorder, abuse, age_under_30;
proc import datafile="spells.csv" out=spells(rename=(from=state to=next)) dbms=csv replace;
  guessingrows=max;
run;
proc sql;
  create table risk as select state, &covariates, sum(end - start) / 7 as exposure format=best32.
    from spells group by state, &covariates;
  create table moves as select state, next, &covariates, count(*) as n
    from spells where next is not missing group by state, next, &covariates;
  create table pairs as select distinct state, next from moves;
  create table wanted as select pairs.next, risk.* from risk, pairs where risk.state = pairs.state;
  create table cells(rename=(state='from'n next='to'n) drop=n) as
    select *, case when n is missing then "0" when n < 5 then "<5" else strip(put(n, 12.)) end
      as events from wanted natural left join moves;
quit;
proc export data=cells outfile="cells.csv" dbms=csv replace; run;
